// The yardstick of every figure about the window: the same runtime with nothing in it.
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true, nodeIntegration: false }
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('data:text/html,<!doctype html><title>Empty</title><body></body>')
})
app.on('window-all-closed', () => app.quit())
