// Stands in for the default app that this Electron build lacks: starts the project folder named on the command line.
const { app } = require('electron')
const path = require('node:path')

// Playwright passes `-r <module>`; that module cuts its own arguments out of process.argv.
for (const [index, arg] of [...process.argv].entries()) {
  if (arg === '-r' || arg === '--require') require(path.resolve(process.argv[index + 1]))
}

const project = path.resolve(
  process.argv.slice(1).find((arg, index, all) => !arg.startsWith('-') && all[index - 1] !== '-r') || '.',
)
const manifest = require(path.join(project, 'package.json'))

process.defaultApp = true
app.setAppPath(project)
app.setName(manifest.productName || manifest.name)
app.setVersion(manifest.version)
if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()))
}

require(path.resolve(project, manifest.main))
