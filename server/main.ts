const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Stocktake's server needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

// Only now: older versions could not even load what follows.
const { run } = await import('./commands/run.ts')
const code = await run(process.argv.slice(2), process.env)
// Serving goes on until it is told to stop.
if (code !== undefined) process.exit(code)

export {}
