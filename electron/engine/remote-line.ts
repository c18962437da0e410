import type { Line, LineInit } from '../ecwid/line'
import type { HostSide, LineFailure, StoreAnswerPart, StoreRequest } from '../shared/engine-contract'
import { valueOf } from '../wire/as-result'
import type { Wire } from '../wire/wire'

const withoutBody = new Set([204, 205, 304])

/** The line to a store through main, which adds the key there and sends. */
export function createRemoteLine(host: Pick<Wire<HostSide>, 'ask'>, line: string): Line {
  return {
    async open() {
      valueOf(await host.ask('line.open', { line }))
      return (path, init) => send(host, requestOf(line, path, init), init)
    },
  }
}

function requestOf(line: string, path: string, { upload, body, method = 'GET', headers }: LineInit): StoreRequest {
  const whole = upload ? upload.content : ((body ?? null) as string | null)
  return { line, path, method, headers, body: whole }
}

function send(
  host: Pick<Wire<HostSide>, 'ask'>,
  request: StoreRequest,
  { upload, signal }: LineInit,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const stopping = new AbortController()
    const stop = () => stopping.abort(signal?.reason)
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    let body: ReadableStreamDefaultController<Uint8Array> | null = null

    function take(part: StoreAnswerPart): void {
      if ('sent' in part) upload?.onSent(part.sent)
      else if ('bytes' in part) body?.enqueue(part.bytes)
      else {
        upload?.takeWhole()
        resolve(responseOf(part.head))
      }
    }
    function responseOf({ status, statusText, headers }: Extract<StoreAnswerPart, { head: unknown }>['head']) {
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => void (body = controller),
        cancel: () => {
          body = null
          stopping.abort()
        },
      })
      return new Response(withoutBody.has(status) ? null : stream, { status, statusText, headers })
    }
    /** `sentWhole` unless main knows better: the last byte may have left. */
    function fail(error: unknown, sentWhole = true): void {
      if (sentWhole) upload?.takeWhole()
      if (body) body.error(error)
      else reject(error)
    }
    host
      .ask('line.send', request, { signal: stopping.signal, onPart: take })
      .then((result) => {
        const broken = valueOf(result)
        if (broken) fail(errorOf(broken.failure), broken.sentWhole)
        else body?.close()
      })
      .catch((error: unknown) => fail(error))
      .finally(() => signal?.removeEventListener('abort', stop))
  })
}

/** An error as the one who reads it expects it: with the system's codes, and the causes below. */
function errorOf({ message, name, code, syscall, causes }: LineFailure): Error {
  const errors = causes.map(errorOf)
  return Object.assign(new Error(message, { cause: errors[0] }), { name, code, syscall, errors })
}
