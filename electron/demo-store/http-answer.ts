import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { reasonPhrase } from './api-error'
import { jsonType, type ApiAnswer } from './api-request'

const zip = promisify(gzip)
const smallestZipped = 1024

export type ReadyAnswer = { status: number; reason: string; headers: Record<string, string>; content: Buffer }

/** Turns an answer into bytes and headers; JSON is zipped where the client takes it. */
export async function readyAnswer(answer: ApiAnswer, request: IncomingMessage, dateMs: number): Promise<ReadyAnswer> {
  const isError = answer.status >= 400
  const headers: Record<string, string> = {
    Date: new Date(dateMs).toUTCString(),
    ...(isError ? { 'Cache-Control': 'must-revalidate,no-cache,no-store' } : {}),
    ...answer.headers,
  }
  let content = answer.bytes?.content ?? Buffer.from(answer.json === undefined ? '' : JSON.stringify(answer.json))
  const type = answer.bytes?.type ?? (answer.json === undefined ? undefined : jsonType)
  if (type !== undefined) headers['Content-Type'] = type
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  if (type === jsonType && content.length >= smallestZipped && takesGzip) {
    content = await zip(content, { level: 1 })
    headers['Content-Encoding'] = 'gzip'
    headers['Vary'] = 'Accept-Encoding'
  }
  headers['Content-Length'] = String(content.length)
  return { status: answer.status, reason: reasonOf(answer), headers, content }
}

function reasonOf({ status, json }: ApiAnswer): string {
  const message = status >= 400 && typeof json === 'object' && json !== null && 'errorMessage' in json
  return reasonPhrase(status, message ? String((json as { errorMessage: unknown }).errorMessage) : undefined)
}

export function sendAnswer(response: ServerResponse, answer: ReadyAnswer): void {
  response.sendDate = false
  response.writeHead(answer.status, answer.reason, answer.headers)
  response.end(answer.content)
}

/** Headers and the first half of the body, then the line is cut. */
export function sendHalf(response: ServerResponse, answer: ReadyAnswer): void {
  response.sendDate = false
  response.writeHead(answer.status, answer.reason, answer.headers)
  response.write(answer.content.subarray(0, Math.floor(answer.content.length / 2)), () => response.destroy())
}
