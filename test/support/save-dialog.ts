import type { ElectronApplication } from '@playwright/test'

/** What the person chooses in the system’s own dialog, which is no part of the window. Empty: they cancel it. */
export const savesTo = (app: ElectronApplication, filePath: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === '', filePath: path })
  }, filePath)
