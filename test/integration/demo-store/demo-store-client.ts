import { startDemoStore, type DemoStore, type DemoStoreOptions } from '../../../electron/demo-store/demo-store'
import { PNG } from 'pngjs'

export type Json = Record<string, unknown>
type Sent = { body?: unknown; bytes?: Uint8Array; token?: string | null; headers?: Record<string, string> }

/** A demo store in this process with a small client; everything goes over HTTP. */
export async function openStore(options: DemoStoreOptions = {}) {
  const store: DemoStore = await startDemoStore({ rateLimitPerMinute: 0, ...options })

  const call = async (method: string, path: string, sent: Sent = {}): Promise<Response> => {
    const { body, bytes, token = store.secretToken, headers = {} } = sent
    const content = bytes ?? (body === undefined ? undefined : JSON.stringify(body))
    return fetch(`${store.baseUrl}${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content as BodyInit }),
    })
  }

  /** The parsed answer of a call that must succeed. */
  const json = async (method: string, path: string, sent: Sent = {}): Promise<Json> => {
    const response = await call(method, path, sent)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return JSON.parse(text) as Json
  }

  const control = async (method: string, path: string, body?: unknown): Promise<Json> => {
    const response = await fetch(`${store.controlUrl}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as Json
  }

  return { ...store, store, call, json, get: (path: string) => json('GET', path), control }
}

export type OpenStore = Awaited<ReturnType<typeof openStore>>

export const items = (page: Json): Json[] => page['items'] as Json[]
export const ids = (page: Json): number[] => items(page).map(({ id }) => Number(id))

/** A PNG of one grey. */
export function pngBytes(width: number, height: number, shade = 128): Buffer {
  const png = new PNG({ width, height })
  png.data.fill(shade)
  return PNG.sync.write(png)
}
