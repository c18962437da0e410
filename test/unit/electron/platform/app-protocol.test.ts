import type { ProtocolResponse } from 'electron'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { serveApp } from '../../../../electron/platform/app-protocol'

type Registered = Parameters<typeof serveApp>[0]['registerBufferProtocol']

const folder = mkdtempSync(join(tmpdir(), 'stockroom-window-'))
writeFileSync(join(folder, 'index.html'), '<p>Hello')
afterAll(() => rmSync(folder, { recursive: true }))

/** What the window gets for an address. */
function ask(url: string): Promise<ProtocolResponse> {
  return new Promise((resolve) => {
    const registerBufferProtocol: Registered = (_scheme, handler) => {
      handler({ url, method: 'GET', headers: {}, referrer: '' }, (answer) => resolve(answer as ProtocolResponse))
      return true
    }
    serveApp({ registerBufferProtocol } as Parameters<typeof serveApp>[0], folder)
  })
}

it('serves a file of the window with the policy of its kind', async () => {
  const { statusCode, mimeType, headers } = await ask('app://stockroom/index.html')
  expect({ statusCode, mimeType }).toEqual({ statusCode: undefined, mimeType: 'text/html' })
  expect(headers).toMatchObject({ 'X-Content-Type-Options': 'nosniff' })
})

it.each(['app://stockroom/%E0', 'app://stockroom/..%2f..%2fetc%2fpasswd', 'app://elsewhere/index.html'])(
  'answers %s with nothing, instead of not at all',
  async (url) => {
    expect((await ask(url)).statusCode).toBe(404)
  },
)
