// What no program of this kind can go below: a window of React and Mantine with nothing in it, and two processes with SQLite
// that do nothing. STOCKROOM_BENCH_PAGE is the folder with the built page.
const { app, BrowserWindow, utilityProcess } = require('electron')
const path = require('node:path')

void app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false }
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(path.join(process.env.STOCKROOM_BENCH_PAGE ?? '', 'index.html'))
  for (const name of ['engine', 'reader'])
    utilityProcess.fork(path.join(__dirname, 'idle.cjs'), [], { serviceName: `Stockroom ${name} without work` })
})
app.on('window-all-closed', () => app.quit())
