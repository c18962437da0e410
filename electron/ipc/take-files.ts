import type { IpcMain, IpcMainEvent } from 'electron'
import { handOverSchema, type HandedOver } from '../shared/file-token'
import { handOverChannel } from '../shared/hand-over'

type Parts = {
  isOwnPage: (event: IpcMainEvent) => boolean
  take: (handed: HandedOver) => void
}

/** As many as the engine knows at once. */
const rememberedAtMost = 200_000

/** Hears from preload which files a person dropped or chose. Answers all of them so far: preload tells each one once. */
export function takeFiles(ipcMain: IpcMain, { isOwnPage, take }: Parts): () => HandedOver {
  let remembered: HandedOver = []
  ipcMain.on(handOverChannel, (event, raw: unknown) => {
    const handed = isOwnPage(event) ? handOverSchema.safeParse(raw).data : undefined
    if (!handed) return
    remembered = [...remembered, ...handed].slice(-rememberedAtMost)
    take(handed)
  })
  return () => remembered
}
