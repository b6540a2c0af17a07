const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Stocktake's server needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

// Only now: older versions could not even load what follows.
const { readConfig } = await import('./config.ts')
const { startServer } = await import('./listen.ts')
const { logToConsole } = await import('./http/log.ts')

const config = readConfig(process.env)
if ('faults' in config) {
  console.error(`The server was not started. Please mend:\n${config.faults.map((fault) => `  ${fault}`).join('\n')}`)
  process.exit(1)
}

try {
  const running = await startServer(config, logToConsole)
  console.log(`Stocktake listens on ${running.url}`)
  if (running.firstRunToken)
    console.log(`There is no account yet. Open ${running.url} and give this token: ${running.firstRunToken}`)
  let stopping = false
  const stop = async () => {
    // A second signal does not wait.
    if (stopping) process.exit(1)
    stopping = true
    await running.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

export {}
