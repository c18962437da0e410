const chunkBytes = 64 * 1024

export type UploadBody = {
  stream: ReadableStream<Uint8Array>
  /** True once the last byte was handed over; before that no server can have the whole file. */
  handedOver: () => boolean
}

/** Hands bytes over piece by piece as the network takes them, telling how many are gone. */
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
  return { stream, handedOver: () => done }
}
