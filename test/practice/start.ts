const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Stocktake needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

// Only now: older versions could not even load what follows.
const { startAll } = await import('./start-all.ts')
await startAll(process.argv.slice(2))

export {}
