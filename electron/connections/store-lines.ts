import { randomUUID } from 'node:crypto'
import { createLine, type Line, type LineInit } from '../ecwid/line'
import { createUploadBody } from '../ecwid/upload-body'
import type { LineFailure, StoreAnswerPart, StoreRequest } from '../shared/engine-contract'

type Way = { signal: AbortSignal; part: (part: StoreAnswerPart) => void }
type Parts = {
  /** Undefined for a connection that does not exist. */
  find: (connectionId: string) => { isDemo: boolean } | undefined
  originOf: (isDemo: boolean) => Promise<string>
  keyOf: (connectionId: string) => Promise<string | null>
  fetch: (url: string, init: LineInit) => Promise<Response>
}

/** Where requests to stores get their keys: each connection has a line of its name, a key that is only tried gets one for the while. */
export function createStoreLines({ find, originOf, keyOf, fetch }: Parts) {
  const lent = new Map<string, Line>()
  const writing = new Map<Promise<unknown>, AbortController>()

  function lineOf(id: string): Line {
    const isDemo = find(id)?.isDemo ?? false
    return lent.get(id) ?? createLine({ origin: () => originOf(isDemo), key: () => keyOf(id), fetch })
  }

  type Send = Awaited<ReturnType<Line['open']>>
  async function exchange(send: Send, { line: _, path, body, ...init }: StoreRequest, way: Way) {
    const { signal } = way
    const upload =
      body === null || typeof body === 'string'
        ? undefined
        : createUploadBody(body, (bytes) => way.part({ sent: bytes }))
    const sent: LineInit =
      upload === undefined
        ? { ...init, body: body as string | null, signal }
        : { ...init, body: upload.stream, duplex: 'half', upload, signal }
    try {
      await passOn(await send(path, sent), way)
      return null
    } catch (error) {
      return { failure: failureOf(error), sentWhole: upload?.handedOver() ?? true }
    }
  }

  return {
    open: async (line: string): Promise<null> => {
      await lineOf(line).open()
      return null
    },
    /** Sends one request and passes its answer on. Throws AppError when nothing was sent; what broke off is told as data. */
    send(request: StoreRequest, way: Way): ReturnType<typeof exchange> {
      const stopping = new AbortController()
      way.signal.addEventListener('abort', () => stopping.abort(way.signal.reason), { once: true })
      if (way.signal.aborted) stopping.abort(way.signal.reason)
      const exchanged = lineOf(request.line)
        .open()
        .then((send) => exchange(send, request, { ...way, signal: stopping.signal }))
      if (request.method === 'GET') return exchanged
      // From here on, before its key is read: whoever asks what is on its way must hear of it.
      writing.set(exchanged, stopping)
      return exchanged.finally(() => writing.delete(exchanged))
    },
    /** Has a key tried that no connection has yet. */
    async lend<T>({ isDemo, key }: { isDemo: boolean; key: string }, ask: (line: string) => Promise<T>): Promise<T> {
      const id = randomUUID()
      lent.set(id, createLine({ origin: () => originOf(isDemo), key: () => key, fetch }))
      try {
        return await ask(id)
      } finally {
        lent.delete(id)
      }
    },
    /** Resolves when every write that is on its way has its answer. */
    writesEnded: async (): Promise<void> => {
      while (writing.size > 0) await Promise.allSettled(writing.keys())
    },
    /** Nobody waits for these any more, and whoever comes next would send them again: what has not left stays here. */
    stopWrites: (): void => writing.forEach((stopping) => stopping.abort()),
  }
}
export type StoreLines = ReturnType<typeof createStoreLines>

async function passOn(response: Response, { part }: Way): Promise<void> {
  const { status, statusText } = response
  part({ head: { status, statusText, headers: Object.fromEntries(response.headers) } })
  const reader = response.body?.getReader()
  if (!reader) return
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    // A piece may be a window of something larger, which would travel as a whole.
    part({ bytes: value.byteLength === value.buffer.byteLength ? value : value.slice() })
  }
}

/** An error as data: the network says what happened in codes, and often only in a cause of a cause. */
function failureOf(error: unknown, depth = 0): LineFailure {
  const fields = Object(error) as Record<string, unknown>
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const inner = [fields.cause, ...(Array.isArray(fields.errors) ? fields.errors : [])]
  const causes = depth > 4 ? [] : inner.filter(Boolean).map((each) => failureOf(each, depth + 1))
  const message = text('message') || String(error)
  return { message, name: text('name'), code: text('code'), syscall: text('syscall'), causes }
}
