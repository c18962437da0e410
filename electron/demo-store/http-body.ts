import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** Pictures: 20 MB, and one byte more to see that it was too much. */
export const mostUploaded = 20 * 1024 * 1024
/** Files for buyers: what the plan of this shop has room for. */
export const mostOfFiles = 256 * 1024 * 1024

/**
 * The whole body, chunked or not; what exceeds the limit is read and thrown away so that the answer can be heard.
 * `bytesPerSecond` reads slowly: what the buffers of both sides do not hold waits at the sender.
 */
export async function readBody(request: IncomingMessage, bytesPerSecond = Infinity): Promise<Buffer> {
  const most = /\/files(\?|$)/.test(request.url ?? '') ? mostOfFiles : mostUploaded
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (size <= most) chunks.push(chunk)
    size += chunk.length
    const ms = (chunk.length / bytesPerSecond) * 1000
    if (ms > 0) await wait(ms)
  }
  const body = Buffer.concat(chunks)
  return body.length > most ? body.subarray(0, most + 1) : body
}
