import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPictureCache } from '../../../../electron/pictures/picture-cache'
import { guardFor } from '../../../support/guard-for'
import { pngBytes } from '../../../support/picture-files'
import { startWebServer, type WebServer } from '../../../support/web-server'

let folder: string
let server: WebServer | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-cache-'))
})
afterEach(async () => {
  await server?.stop()
  server = null
  rmSync(folder, { recursive: true, force: true })
})

type Answer = Parameters<typeof startWebServer>[0]

async function setUp(answer: Answer, more: { maxBytes?: number; timeLimitMs?: number; now?: () => number } = {}) {
  server = await startWebServer(answer)
  const { origin, requests, mostAtOnce, stop } = server
  const create = () => createPictureCache({ folder, fetch: guardFor(origin), maxBytes: 1e9, ...more })
  const goOffline = async () => {
    await stop()
    server = null
  }
  return { cache: create(), create, origin, requests, mostAtOnce, goOffline }
}

/** Waits until the condition holds, without a fixed time. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}

const files = (): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.length > 3)
const diskBytes = (): number => files().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
const whole: Answer = (_request, response) => void response.end(pngBytes())

describe('the picture cache', () => {
  it('loads a picture once and shows it offline after a restart', async () => {
    const { cache, create, origin, requests, goOffline } = await setUp(whole)
    const url = `${origin}/a.png`
    const first = await cache.get(url)
    expect(first.contentType).toBe('image/png')
    expect(first.bytes.equals(pngBytes())).toBe(true)
    await cache.get(url)
    await goOffline()
    expect((await create().get(url)).bytes.equals(pngBytes())).toBe(true)
    expect(requests).toEqual(['/a.png'])
  })

  it('loads nothing where only what is kept is asked for', async () => {
    const { cache, origin, requests } = await setUp(whole)
    const url = `${origin}/a.png`
    await expect(cache.kept(url)).rejects.toMatchObject({ code: 'not-found' })
    expect(requests).toEqual([])
    await cache.get(url)
    expect((await cache.kept(url)).bytes.equals(pngBytes())).toBe(true)
    expect(requests).toEqual(['/a.png'])
  })

  it('shares one download between all who ask at the same time', async () => {
    const { cache, origin, requests } = await setUp(whole)
    const all = await Promise.all(Array.from({ length: 20 }, () => cache.get(`${origin}/a.png`)))
    expect(all.every(({ bytes }) => bytes.equals(pngBytes()))).toBe(true)
    expect(requests).toHaveLength(1)
  })

  it('tells pictures apart by their whole address', async () => {
    const { cache, origin } = await setUp((request, response) => {
      response.end(pngBytes(request.url === '/a.png?v=2' ? 7 : 3, 3))
    })
    const one = await cache.get(`${origin}/a.png?v=1`)
    const two = await cache.get(`${origin}/a.png?v=2`)
    expect(one.bytes.equals(two.bytes)).toBe(false)
  })

  it.each<[string, Answer, string]>([
    ['404', (_request, response) => void response.writeHead(404).end('gone'), 'not-found'],
    ['500', (_request, response) => void response.writeHead(500).end(), 'store-fault'],
    ['a web page', (_request, response) => void response.end('<!doctype html>Log in'), 'not-found'],
    ['nothing', (_request, response) => void response.end(), 'not-found'],
    ['a hang-up', (request) => void request.socket.destroy(), 'offline'],
    [
      'half a picture',
      (request, response) => {
        response.writeHead(200, { 'content-length': 1000 })
        response.write(pngBytes(), () => request.socket.destroy())
      },
      'offline',
    ],
  ])('does not remember a failure: %s, then the picture', async (_what, failure, code) => {
    let fails = true
    const { cache, origin } = await setUp((request, response) => {
      if (fails) return failure(request, response)
      response.end(pngBytes())
    })
    await expect(cache.get(`${origin}/a.png`)).rejects.toMatchObject({ code })
    expect(files()).toEqual([])
    fails = false
    expect((await cache.get(`${origin}/a.png`)).bytes.equals(pngBytes())).toBe(true)
  })

  it('gives up on a server that does not answer', async () => {
    const { cache, origin } = await setUp(() => {}, { timeLimitMs: 50 })
    await expect(cache.get(`${origin}/a.png`)).rejects.toMatchObject({ code: 'offline', message: /in time/ })
  })

  it('stops reading what is larger than a picture may be', async () => {
    const { cache, origin } = await setUp((_request, response) => {
      response.write(pngBytes())
      const more = () => void response.write(Buffer.alloc(1024 * 1024), (error) => error ?? more())
      more()
    })
    await expect(cache.get(`${origin}/a.png`)).rejects.toMatchObject({ code: 'invalid-input', message: /20 MB/ })
  })

  it.each(['file:///etc/passwd', 'data:image/png;base64,AAAA', 'app://local/x', 'nonsense'])(
    'does not open %s',
    async (url) => {
      const cache = createPictureCache({ folder, fetch: guardFor(), maxBytes: 1e9 })
      await expect(cache.get(url)).rejects.toMatchObject({ code: 'invalid-input' })
    },
  )

  it('asks for six at a time, and for what was wanted last before what scrolled away', async () => {
    const held: (() => void)[] = []
    const { cache, origin, requests, mostAtOnce } = await setUp((_request, response) => {
      held.push(() => response.end(pngBytes()))
    })
    const wanted = Array.from({ length: 20 }, (_value, n) => cache.get(`${origin}/${n}`))
    await until(() => requests.length === 6)
    const started = new Set(requests)
    const last = cache.get(`${origin}/last`)
    held.shift()?.()
    await until(() => requests.length === 7)
    expect(started.has(requests[6] ?? '')).toBe(false)
    const letGo = setInterval(() => held.splice(0).forEach((answer) => answer()), 1)
    await Promise.all([...wanted, last])
    clearInterval(letGo)
    expect(mostAtOnce()).toBe(6)
    expect(requests.indexOf('/last')).toBeLessThan(9)
  })

  it('keeps within its room by letting go of what was not shown for longest', async () => {
    const day = 86_400_000
    let now = Date.now()
    const large = pngBytes(100, 100, { noise: true })
    const room = large.length * 4.5
    const { cache, origin, requests } = await setUp((_request, response) => void response.end(large), {
      maxBytes: room,
      now: () => now,
    })
    await cache.get(`${origin}/favourite`)
    await cache.get(`${origin}/forgotten`)
    // Disks tell times apart by some milliseconds only.
    const hourAgo = (Date.now() - 3_600_000) / 1000
    for (const name of files()) utimesSync(join(folder, name), hourAgo, hourAgo)
    now += 2 * day
    await cache.get(`${origin}/favourite`)
    // Showing it is noted beside the answer, not before it.
    const noted = () => files().some((name) => statSync(join(folder, name)).mtimeMs > Date.now() + day)
    await until(noted)
    for (const name of ['c', 'd', 'e']) await cache.get(`${origin}/${name}`)
    expect(diskBytes()).toBeLessThanOrEqual(room)
    await cache.get(`${origin}/favourite`)
    expect(requests.filter((path) => path === '/favourite')).toHaveLength(1)
    await cache.get(`${origin}/forgotten`)
    expect(requests.filter((path) => path === '/forgotten')).toHaveLength(2)
  })
})
