import { app, dialog, shell, type BrowserWindow } from 'electron'
import type { AppInfo } from '../shared/settings'

type Parts = {
  dataFolder: string
  logFile: string
  keychainWorks: () => Promise<boolean>
  openLink: (url: string) => Promise<void>
}

/** What the window may ask of the operating system. */
export function createOsCalls({ dataFolder, logFile, keychainWorks, openLink }: Parts) {
  return {
    appInfo: async (): Promise<AppInfo> => ({
      version: app.getVersion(),
      electronVersion: process.versions.electron ?? '',
      platform: process.platform,
      dataFolder,
      logFile,
      keychainWorks: await keychainWorks(),
    }),
    openDataFolder: async (): Promise<void> => void (await shell.openPath(dataFolder)),
    openExternal: openLink,
  }
}

/** Told once at the start: what could be read of the settings is in use, the old file is kept. */
export function tellSetAside(window: BrowserWindow, file: string): void {
  void dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The settings file could not be read completely.',
    detail: `What could be read is in use. Connections that are missing have to be added again, and their local copies are still there; views that are missing have to be saved again. The old file is kept as ${file}.`,
  })
}
