import type { UploadOptions, UploadSource } from '../ecwid/pictures'
import type { ChangeRecord } from '../shared/change-record'
import type { PushParts } from './product-push'

type Upload = { change: ChangeRecord; name: string; source: { hash: string } | { url: string } }

/** Sends a staged picture, or a link that the store fetches, and tells how far it is. */
export async function withProgress<T>(
  { bytesOf, onProgress: tell, onWire }: Pick<PushParts, 'bytesOf' | 'onProgress' | 'onWire'>,
  { change, name, source }: Upload,
  send: (payload: UploadSource, options: UploadOptions) => Promise<T>,
): Promise<T> {
  try {
    const payload = 'url' in source ? source : { bytes: await bytesOf(source.hash) }
    const size = 'bytes' in payload ? payload.bytes.length : 0
    const onProgress = (sent: number) => tell({ change, name, progress: sent / Math.max(size, 1) })
    onProgress(0)
    return await onWire(() => send(payload, { onProgress }))
  } finally {
    tell({ done: change.id })
  }
}
