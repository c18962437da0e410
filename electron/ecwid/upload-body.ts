const chunkBytes = 64 * 1024

export type UploadBody = {
  /** Piece by piece, for a network that takes the next one when the last is gone. */
  stream: ReadableStream<Uint8Array>
  readonly bytes: Uint8Array
  /** All at once instead, for a network that tells by itself how much of it is gone: to `onSent`. */
  takeWhole: () => Uint8Array
  onSent: (sent: number) => void
  /** True once the last byte was handed over; before that no server can have the whole file. */
  handedOver: () => boolean
}

/** What a request's options carry besides: a network that knows it uses it in the place of the body. */
export type WithUpload = { upload?: UploadBody }

/** Bytes on their way, and how many of them are gone. */
export function createUploadBody(bytes: Uint8Array, onProgress: (sent: number) => void): UploadBody {
  let sent = 0
  let done = false
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent >= bytes.byteLength) {
          done = true
          controller.close()
          return
        }
        const piece = bytes.subarray(sent, sent + chunkBytes)
        sent += piece.byteLength
        controller.enqueue(piece)
        onProgress(sent)
      },
    },
    { highWaterMark: 0 },
  )
  const takeWhole = () => {
    done = true
    return bytes
  }
  return { stream, bytes, takeWhole, onSent: onProgress, handedOver: () => done }
}
