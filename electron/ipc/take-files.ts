import type { IpcMain, IpcMainEvent } from 'electron'
import { handOverChannel, handOverSchema, type HandedOver } from '../shared/file-token'

type Parts = {
  isOwnPage: (event: IpcMainEvent) => boolean
  take: (handed: HandedOver) => void
}

/** Hears from preload which files a person dropped or chose. */
export function takeFiles(ipcMain: IpcMain, { isOwnPage, take }: Parts): void {
  ipcMain.on(handOverChannel, (event, raw: unknown) => {
    const handed = isOwnPage(event) ? handOverSchema.safeParse(raw).data : undefined
    if (handed) take(handed)
  })
}
