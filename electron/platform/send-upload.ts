import { net, type ClientRequest, type IncomingMessage, type Session } from 'electron'

/** A file, and who wants to know how many of its bytes are gone. */
export type Upload = {
  /** The bytes, or where they are on this disk; the stream reads them from there. */
  content: Uint8Array | { size: number }
  stream: ReadableStream<Uint8Array>
  takeWhole: () => unknown
  onSent: (sent: number) => void
}

type Init = { method?: string; headers: Record<string, string>; signal?: AbortSignal | null }

/** Chromium counts anew ten times a second. */
const countEveryMs = 100

/**
 * `fetch` for a file's bytes. Electron's own takes a stream in before it sends the first byte, so it cannot tell how
 * far an upload is; a request of its own can be asked. Redirects fail, as everywhere with a key in the headers.
 */
export function sendUpload(session: Session, url: string, init: Init, upload: Upload): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { signal } = init
    if (signal?.aborted) return reject(stopped())
    const request = net.request({ url, session, method: init.method, redirect: 'manual', credentials: 'include' })
    for (const [name, value] of Object.entries(init.headers)) request.setHeader(name, value)
    const { content } = upload
    const reader = content instanceof Uint8Array ? null : upload.stream.getReader()
    const stopWriting = reader ? () => void reader.cancel().catch(() => {}) : counting(request, upload.onSent)
    const abort = () => {
      request.abort()
      end(() => reject(stopped()))
    }
    let isOver = false
    const end = (settle: () => void) => {
      isOver = true
      stopWriting()
      signal?.removeEventListener('abort', abort)
      settle()
    }
    signal?.addEventListener('abort', abort)
    request.on('error', (error) => end(() => reject(error)))
    request.on('response', (response) => {
      isOver = true
      stopWriting()
      upload.onSent(content instanceof Uint8Array ? content.byteLength : content.size)
      readAnswer(response).then(
        (answer) => end(() => resolve(answer)),
        (error: Error) => end(() => reject(error)),
      )
    })
    if (reader) {
      writePieces(request, reader, () => isOver).catch((error: Error) => {
        request.abort()
        end(() => reject(error))
      })
      return
    }
    upload.takeWhole()
    if (content instanceof Uint8Array)
      request.write(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
    request.end()
  })
}

/** What is not in memory leaves in pieces, the next one when the last has gone to the network. */
async function writePieces(
  request: ClientRequest,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  isOver: () => boolean,
): Promise<void> {
  request.chunkedEncoding = true
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    await new Promise<void>((resolve) => request.write(Buffer.from(value), undefined, () => resolve()))
  }
  // What was broken off must not look whole.
  if (!isOver()) request.end()
}

/** Tells how many bytes are gone, until it is stopped. */
function counting(request: ClientRequest, onSent: (sent: number) => void): () => void {
  let told = 0
  const timer = setInterval(() => {
    const sent = countSent(request)
    if (sent <= told) return
    told = sent
    onSent(sent)
  }, countEveryMs)
  return () => clearInterval(timer)
}

/** Bytes that have left for the network. */
function countSent(request: ClientRequest): number {
  const { current } = request.getUploadProgress()
  return current ?? 0
}

async function readAnswer(response: IncomingMessage): Promise<Response> {
  const pieces: Buffer[] = []
  await new Promise<void>((resolve, reject) => {
    response.on('data', (piece) => pieces.push(piece))
    response.on('end', resolve)
    response.on('error', reject)
    response.on('aborted', () => reject(new Error('net::ERR_ABORTED')))
  })
  const { statusCode: status, statusMessage: statusText } = response
  const headers = new Headers()
  for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value))
  // A response without content may not be given any, not even none of it.
  const body = pieces.length > 0 ? Buffer.concat(pieces) : null
  return new Response(body, { status, statusText, headers })
}

const stopped = () => new DOMException('This request was stopped.', 'AbortError')
