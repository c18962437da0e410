import { app, dialog, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { asFileName } from '../shared/file-name'

/** Asks where a file is wanted; null: nowhere. A name comes from a store, so it is made one that every disk takes. */
export async function placeToSave(window: BrowserWindow | null, name: string): Promise<string | null> {
  const defaultPath = join(app.getPath('downloads'), nameOnDisk(name))
  const options = { title: 'Save file', defaultPath }
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  return canceled || !filePath ? null : filePath
}

const nameOnDisk = (name: string): string => asFileName(name).replace(/^\.+/, '') || 'File'
