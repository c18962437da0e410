import { open } from 'node:fs/promises'

const chunkBytes = 64 * 1024
const fileChunkBytes = 1024 * 1024

/** A file's bytes, or where they are on this disk: what is large is read piece by piece as it goes. */
export type UploadContent = Uint8Array | { path: string; size: number }

export const sizeOfUpload = (content: UploadContent): number =>
  content instanceof Uint8Array ? content.byteLength : content.size

export type UploadBody = {
  /** Piece by piece, for a network that takes the next one when the last is gone. */
  stream: ReadableStream<Uint8Array>
  readonly content: UploadContent
  /** All at once instead, for a network that tells by itself how much of it is gone: to `onSent`. */
  takeWhole: () => UploadContent
  onSent: (sent: number) => void
  /** True once the last byte was handed over; before that no server can have the whole file. */
  handedOver: () => boolean
}

/** What a request's options carry besides: a network that knows it uses it in the place of the body. */
export type WithUpload = { upload?: UploadBody }

/** Bytes on their way, and how many of them are gone. */
export function createUploadBody(content: UploadContent, onProgress: (sent: number) => void): UploadBody {
  let sent = 0
  let done = false
  let pieces: AsyncIterator<Uint8Array> | null = null
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await (pieces ??= piecesOf(content)[Symbol.asyncIterator]()).next()
        if (next.done === true) {
          done = true
          controller.close()
          return
        }
        sent += next.value.byteLength
        controller.enqueue(next.value)
        onProgress(sent)
      },
    },
    { highWaterMark: 0 },
  )
  const takeWhole = () => {
    done = true
    return content
  }
  return { stream, content, takeWhole, onSent: onProgress, handedOver: () => done }
}

/** Never more of a file in memory than one piece, and no file open between two: nobody says when a network gives up. */
async function* piecesOf(content: UploadContent): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) {
    for (let at = 0; at < content.byteLength; at += chunkBytes) yield content.subarray(at, at + chunkBytes)
    return
  }
  for (let at = 0; at < content.size;) {
    const piece = await readAt(content.path, at, Math.min(fileChunkBytes, content.size - at))
    at += piece.byteLength
    yield piece
  }
}

async function readAt(path: string, at: number, bytes: number): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const piece = Buffer.alloc(bytes)
    const { bytesRead } = await handle.read(piece, 0, bytes, at)
    if (bytesRead === 0) throw new Error('The file became shorter while it was sent.')
    return piece.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
