import { sizeOfUpload } from '../ecwid/upload-body'
import type { UploadOptions, UploadSource } from '../ecwid/pictures'
import type { ChangeRecord } from '../shared/change-record'
import type { PushParts } from './product-push'

/** A staged picture, a file for buyers, which may be large and is read as it goes, or a link. */
export type UploadFrom = { hash: string } | { fileHash: string } | { url: string }
type Upload = { change: ChangeRecord; name: string; source: UploadFrom }
type Parts = Pick<PushParts, 'bytesOf' | 'fileOf' | 'onProgress' | 'onWire'>

/** Sends what was staged, or a link that the store fetches, and tells how far it is. */
export async function withProgress<T>(
  parts: Parts,
  { change, name, source }: Upload,
  send: (payload: UploadSource, options: UploadOptions) => Promise<T>,
): Promise<T> {
  const { onProgress: tell, onWire } = parts
  try {
    const payload = await payloadOf(parts, source)
    const size = 'bytes' in payload ? sizeOfUpload(payload.bytes) : 0
    const onProgress = (sent: number) => tell({ change, name, progress: sent / Math.max(size, 1) })
    onProgress(0)
    return await onWire(() => send(payload, { onProgress }))
  } finally {
    tell({ done: change.id })
  }
}

async function payloadOf({ bytesOf, fileOf }: Parts, source: UploadFrom): Promise<UploadSource> {
  if ('url' in source) return source
  return { bytes: 'hash' in source ? await bytesOf(source.hash) : await fileOf(source.fileHash) }
}
