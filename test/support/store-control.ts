import type { DemoStore } from '../../electron/demo-store/demo-store'

export type Control = (method: string, path: string, body?: unknown) => Promise<unknown>

/** Asks the store's control door; the parsed answer. */
export function controlOf(store: Pick<DemoStore, 'controlUrl'>): Control {
  return async (method, path, body) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    const response = await fetch(store.controlUrl.replace(/\/$/, '') + path, init)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return text === '' ? null : (JSON.parse(text) as unknown)
  }
}
