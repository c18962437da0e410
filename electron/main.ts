import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'

void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { preload: join(__dirname, '../preload/preload.js'), sandbox: true, contextIsolation: true },
  })
  const devServer = process.env.ELECTRON_RENDERER_URL
  if (devServer && !app.isPackaged) await window.loadURL(devServer)
  else await window.loadFile(join(__dirname, '../renderer/index.html'))
})

app.on('window-all-closed', () => app.quit())
