import { net, type ClientRequest, type IncomingMessage, type Session } from 'electron'

/** A file's bytes, and who wants to know how many of them are gone. */
export type Upload = { takeWhole: () => Uint8Array; onSent: (sent: number) => void }

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
    const bytes = upload.takeWhole()
    let told = 0
    const counting = setInterval(() => {
      const sent = countSent(request)
      if (sent <= told) return
      told = sent
      upload.onSent(sent)
    }, countEveryMs)
    const abort = () => {
      request.abort()
      end(() => reject(stopped()))
    }
    const end = (settle: () => void) => {
      clearInterval(counting)
      signal?.removeEventListener('abort', abort)
      settle()
    }
    signal?.addEventListener('abort', abort)
    request.on('error', (error) => end(() => reject(error)))
    request.on('response', (response) => {
      clearInterval(counting)
      upload.onSent(bytes.byteLength)
      readAnswer(response).then(
        (answer) => end(() => resolve(answer)),
        (error: Error) => end(() => reject(error)),
      )
    })
    request.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    request.end()
  })
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
