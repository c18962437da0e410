import { request } from 'node:http'
import { expect, it } from 'vitest'
import { startDemoStore } from '../../../electron/demo-store/demo-store'

/** fetch lets nobody name another host; a browser that was deceived about a name sends that name. */
function ask(origin: string, path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number | undefined; allowed: string | undefined }>((resolve, reject) => {
    const sent = request(origin + path, { headers, method }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode, allowed: answer.headers['access-control-allow-origin'] })
    })
    sent.once('error', reject)
    sent.end()
  })
}

it('answers to its own names alone, and allows no web page to read it', async () => {
  const store = await startDemoStore({})
  try {
    const { origin, pathname } = new URL(store.baseUrl)
    const control = new URL(store.controlUrl).pathname
    const Authorization = `Bearer ${store.secretToken}`
    const path = `${pathname}/profile`
    const page = { Authorization, Origin: 'https://page.example' }
    expect(await ask(origin, path, page)).toEqual({ status: 200, allowed: undefined })
    expect(await ask(origin, path, page, 'OPTIONS')).toEqual({ status: 403, allowed: undefined })
    for (const Host of ['page.example', '127.0.0.1.page.example', 'localhost.page.example:80']) {
      expect((await ask(origin, path, { Authorization, Host })).status).toBe(421)
      expect((await ask(origin, `${control}/state`, { Host })).status).toBe(403)
    }
    expect((await ask(origin, path, { Authorization, Host: 'localhost' })).status).toBe(200)
  } finally {
    await store.close()
  }
})
