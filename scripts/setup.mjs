// Brings a fresh clone to the point where the program can be built and started. Runs before `npm start`, `npm test`
// and the other commands, so it may use nothing but Node itself and must be quick when there is nothing to do.
//   --without-desktop   skip what only a window needs (Electron, system packages)
//   --fresh             look again at everything, including whether the official Electron can be downloaded

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Stockroom needs Node 20.19 or newer, this is ${process.versions.node}. Get a current one from nodejs.org.`,
  )
  process.exit(1)
}

const { setUp } = await import('./setup/set-up.mjs')
await setUp({ desktop: !process.argv.includes('--without-desktop'), fresh: process.argv.includes('--fresh') })
