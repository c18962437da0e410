import type { DemoStore } from '../../electron/demo-store/demo-store'

/** Asks the store as somebody does on the web. */
export async function onTheWeb(
  store: Pick<DemoStore, 'baseUrl' | 'secretToken'>,
  method: string,
  path: string,
  body?: BodyInit,
): Promise<Record<string, unknown>> {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
  const headers = { Authorization: `Bearer ${store.secretToken}`, 'Content-Type': type }
  const answer = await fetch(`${store.baseUrl}${path}`, { method, headers, ...(body ? { body } : {}) })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}
