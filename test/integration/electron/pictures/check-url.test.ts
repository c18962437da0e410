import { afterEach, expect, it } from 'vitest'
import { checkPictureUrl } from '../../../../electron/pictures/check-url'
import { guardFor } from '../../../support/guard-for'
import { jpegBytes, pngBytes, webpLossy } from '../../../support/picture-files'
import { startWebServer, type WebServer } from '../../../support/web-server'

let server: WebServer | null = null
afterEach(async () => {
  await server?.stop()
  server = null
})

type Answer = Parameters<typeof startWebServer>[0]
async function check(path: string, answer: Answer, timeLimit?: number) {
  server = await startWebServer(answer)
  return checkPictureUrl(server.origin + path, guardFor(server.origin), timeLimit)
}
const sending =
  (bytes: Uint8Array | string, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(200, headers).end(bytes)

it.each([
  ['a JPEG called something else', '/photo.php?id=7', jpegBytes(), 'photo.php', 'image/jpeg'],
  ['a PNG with an encoded name', '/a/Blue%20mug.png', pngBytes(), 'Blue mug.png', 'image/png'],
  ['a WebP, to be converted', '/x.webp', webpLossy, 'x.webp', 'image/webp'],
])('takes %s', async (_what, path, bytes, name, type) => {
  expect(await check(path, sending(bytes, { 'content-length': String(bytes.length) }))).toEqual({
    name,
    type,
    bytes: bytes.length,
  })
})

it('names a link without a path after its host', async () => {
  expect((await check('/', sending(pngBytes()))).name).toMatch(/^127\.0\.0\.1/)
})

it('asks for the beginning only, and reads the whole length from the answer', async () => {
  const range = { value: '' }
  const result = await check('/big.png', (request, response) => {
    range.value = request.headers.range ?? ''
    response.writeHead(206, { 'content-range': 'bytes 0-4095/123456' }).end(pngBytes())
  })
  expect(result.bytes).toBe(123456)
  expect(range.value).toBe('bytes=0-98303')
})

it('does not load all of a picture from a server that ignores ranges', async () => {
  let closedEarly = () => {}
  const closed = new Promise<void>((resolve) => {
    closedEarly = resolve
  })
  const result = await check('/endless.png', (_request, response) => {
    response.on('close', closedEarly)
    response.write(pngBytes())
    const more = () => void response.write(Buffer.alloc(65536), (error) => error ?? more())
    more()
  })
  expect(result).toMatchObject({ type: 'image/png', bytes: null })
  await closed
})

it('follows a redirect and keeps the name that was asked for', async () => {
  const result = await check('/short', (request, response) => {
    if (request.url === '/short') response.writeHead(302, { location: '/real.png' }).end()
    else response.end(pngBytes())
  })
  expect(result).toMatchObject({ name: 'short', type: 'image/png' })
})

it.each<[string, Answer, RegExp]>([
  ['nothing there', (_request, response) => void response.writeHead(404).end(), /leads nowhere/],
  ['closed to others', (_request, response) => void response.writeHead(403).end(), /does not give/],
  ['a broken server', (_request, response) => void response.writeHead(503).end(), /problem right now \(503\)/],
  ['an odd answer', (_request, response) => void response.writeHead(418).end(), /answered 418/],
  ['a web page', sending('<!DOCTYPE html><title>Mug</title>'), /web page, not a picture/],
  ['a text', sending('hello there'), /not a picture/],
  ['an empty file', sending(''), /empty file/],
  [
    'too large',
    sending(Buffer.concat([pngBytes(), Buffer.alloc(8000)]), { 'content-length': String(25 * 1024 * 1024) }),
    /25 MB; Ecwid takes at most 20 MB/,
  ],
  [
    'a way into the computer',
    (_request, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    /not file:/,
  ],
])('refuses a link to %s', async (_what, answer, message) => {
  await expect(check('/a.png', answer)).rejects.toMatchObject({ message })
})

it('waits only so long', async () => {
  await expect(check('/a.png', () => {}, 50)).rejects.toMatchObject({ code: 'offline', message: /in time/ })
})

it('says that a host does not exist', async () => {
  await expect(checkPictureUrl('https://no-such-host.invalid/a.png', guardFor())).rejects.toMatchObject({
    code: 'offline',
    message: 'no-such-host.invalid cannot be reached. Check the link and the network.',
  })
})

it.each([
  ['ftp://example.com/a.png', /not ftp:/],
  ['file:///etc/passwd', /not file:/],
  ['javascript:alert(1)', /not javascript:/],
  ['example.com/a.png', /not a complete link/],
  ['', /not a complete link/],
])('takes only links of the web: %s', async (link, message) => {
  await expect(checkPictureUrl(link, guardFor())).rejects.toMatchObject({ code: 'invalid-input', message })
})
