import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGuardedFetch, type GuardOptions } from '../../../../electron/web/guarded-fetch'
import { pngBytes } from '../../../support/picture-files'
import { startWebServer, type WebServer } from '../../../support/web-server'

const servers: WebServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

type Answer = Parameters<typeof startWebServer>[0]
async function serve(answer: Answer, more?: Parameters<typeof startWebServer>[1]): Promise<WebServer> {
  const server = await startWebServer(answer, more)
  servers.push(server)
  return server
}

const internet = [{ address: '93.184.216.34', family: 4 }]
const here = [{ address: '127.0.0.1', family: 4 }]

/** A guard whose only door to a real server is the trusted origin: nothing outside of this machine is asked. */
function guard(more: Partial<GuardOptions> = {}) {
  const fetch = createGuardedFetch({ http: true, trusted: () => [], lookUp: async () => here, maxBytes: 1e6, ...more })
  return (url: string, signal = AbortSignal.timeout(10_000)) => fetch(url, { signal })
}

const refused = { code: 'invalid-input', message: /its own network, so nothing was loaded/ }
const whole: Answer = (_request, response) => void response.end(pngBytes())

describe('the guarded fetch', () => {
  it('reads from the store on this machine that it was told of, and from nothing beside it', async () => {
    const [demo, other] = [await serve(whole), await serve(whole)]
    const fetch = guard({ trusted: () => [demo.origin] })
    expect(Buffer.from(await (await fetch(`${demo.origin}/a.png`)).arrayBuffer()).equals(pngBytes())).toBe(true)
    await expect(fetch(`${other.origin}/a.png`)).rejects.toMatchObject(refused)
    expect(other.requests).toEqual([])
  })

  it.each(['2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0', '[64:ff9b::7f00:1]'])(
    'does not ask this machine as %s',
    async (host) => {
      const server = await serve(whole)
      await expect(guard()(`http://${host}:${new URL(server.origin).port}/`)).rejects.toMatchObject(refused)
      expect(server.requests).toEqual([])
    },
  )

  it('does not ask a name that leads into the network', async () => {
    const server = await serve(whole)
    const { port } = new URL(server.origin)
    await expect(guard()(`http://shop.example:${port}/`)).rejects.toMatchObject(refused)
    const both = guard({ lookUp: async () => [...internet, ...here] })
    await expect(both(`http://shop.example:${port}/`)).rejects.toMatchObject(refused)
    expect(server.requests).toEqual([])
  })

  it('connects to the address that was checked, and looks a name up once for it', async () => {
    const server = await serve(whole)
    const { port } = new URL(server.origin)
    let asked = 0
    const fetch = guard({
      trusted: () => [`http://shop.example:${port}`],
      lookUp: async () => (asked++ === 0 ? here : internet),
    })
    expect((await fetch(`http://shop.example:${port}/a.png`)).status).toBe(200)
    expect(asked).toBe(1)
  })

  it.each([
    ['a file', 'file:///etc/passwd', /not file:/],
    ['the app', 'app://stockroom/index.html', /not app:/],
    ['a staged picture', 'picture://x/?source=staged:0', /not picture:/],
    ['this machine', 'http://127.0.0.1:9/', /its own network/],
    ['the metadata of a cloud', 'http://169.254.169.254/latest/', /its own network/],
  ])('does not follow a redirect to %s', async (_what, location, message) => {
    const server = await serve((_request, response) => void response.writeHead(302, { location }).end())
    const fetch = guard({ trusted: () => [server.origin] })
    await expect(fetch(`${server.origin}/a.png`)).rejects.toMatchObject({ code: 'invalid-input', message })
  })

  it('follows five redirects and no sixth', async () => {
    const server = await serve((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left === 0) response.end('there')
      else response.writeHead(302, { location: `/${left - 1}` }).end()
    })
    const fetch = guard({ trusted: () => [server.origin] })
    expect(await (await fetch(`${server.origin}/5`)).text()).toBe('there')
    await expect(fetch(`${server.origin}/6`)).rejects.toMatchObject({ message: /without an end/ })
  })

  it('keeps no cookie and sends no name and password', async () => {
    const sent: (string | undefined)[] = []
    const server = await serve((request, response) => {
      sent.push(request.headers.cookie, request.headers.authorization, request.headers.referer)
      response
        .setHeader('set-cookie', 'who=you; Path=/')
        .writeHead(request.url === '/1' ? 302 : 200, { location: '/2' })
      response.end()
    })
    const fetch = guard({ trusted: () => [server.origin] })
    await fetch(`${server.origin.replace('//', '//name:password@')}/1`)
    await fetch(`${server.origin}/1`)
    expect(sent).toEqual(Array.from({ length: 12 }))
  })

  it('takes http only where it may', async () => {
    await expect(guard({ http: false })('http://shop.example/a.png')).rejects.toMatchObject({
      code: 'invalid-input',
      message: /not encrypted/,
    })
  })

  describe('from an encrypted address', () => {
    beforeEach(() => vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0'))
    afterEach(() => vi.unstubAllEnvs())

    const from = (target: WebServer) =>
      serve((_request, response) => void response.writeHead(302, { location: `${target.origin}/a.png` }).end(), {
        isSecure: true,
      })

    it('follows a redirect to another one', async () => {
      const target = await serve(whole, { isSecure: true })
      const first = await from(target)
      const fetch = guard({ trusted: () => [first.origin, target.origin] })
      expect((await fetch(`${first.origin}/`)).status).toBe(200)
      expect(target.requests).toEqual(['/a.png'])
    })

    it('does not follow one to an address that is not, wherever http may be asked', async () => {
      const target = await serve(whole)
      const first = await from(target)
      const fetch = guard({ trusted: () => [first.origin, target.origin], http: true })
      await expect(fetch(`${first.origin}/`)).rejects.toMatchObject({ code: 'invalid-input', message: /not encrypted/ })
      expect(first.requests).toEqual(['/'])
      expect(target.requests).toEqual([])
    })
  })

  it('ends an answer without an end', async () => {
    const server = await serve((_request, response) => {
      const more = () => void response.write(Buffer.alloc(65536), (error) => error ?? more())
      more()
    })
    const answer = await guard({ trusted: () => [server.origin] })(`${server.origin}/`)
    await expect(answer.arrayBuffer()).rejects.toMatchObject({ message: /larger than any picture/ })
  })

  it.each([
    ['an answer that never begins', () => {}],
    ['an answer that never ends', (_request, response) => void response.write('a')],
  ] satisfies [string, Answer][])('gives up on %s', async (_what, answer) => {
    const server = await serve(answer)
    const fetch = guard({ trusted: () => [server.origin], maxMs: 50 })
    const reading = fetch(`${server.origin}/`).then((response) => response.text())
    await expect(reading).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})
