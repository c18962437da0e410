import type { BrowserWindow, IpcMain, IpcMainEvent } from 'electron'
import { wireChannel } from '../shared/wire-channel'
import type { Port } from '../wire/wire'

type Parts = {
  ipcMain: IpcMain
  window: () => BrowserWindow | null
  /** Whether a message comes from the app's own page; any other goes unheard. */
  isOwnPage: (event: IpcMainEvent) => boolean
}

/** Main's end of what preload opens. */
export function windowPort({ ipcMain, window, isOwnPage }: Parts): Port {
  return {
    post(message) {
      const target = window()
      if (target && !target.isDestroyed()) target.webContents.send(wireChannel, message)
    },
    listen: (hear) =>
      void ipcMain.on(wireChannel, (event, message: unknown) => {
        if (isOwnPage(event)) hear(message)
      }),
  }
}
