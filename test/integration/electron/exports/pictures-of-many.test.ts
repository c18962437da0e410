import { afterEach, beforeEach, expect, it } from 'vitest'
import { openExports } from '../../../support/an-export'
import { guardFor } from '../../../support/guard-for'
import { pngBytes } from '../../../support/picture-files'
import { startWebServer, type WebServer } from '../../../support/web-server'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { wordsOfMugs } from '../imports/full-mug'

const count = 60
let mugs: Mugs
let exports: ReturnType<typeof openExports>
let web: WebServer
/** How often a path is answered so before its picture. */
let failing: Record<string, { status: number; times: number }>
let rests: number[]
beforeEach(async () => {
  mugs = openMugs()
  failing = {}
  rests = []
  web = await startWebServer(({ url = '' }, response) => {
    const failure = failing[url]
    if (!failure || failure.times === 0) return void response.end(pngBytes(3, 3, { shade: Number(url.slice(1)) }))
    failure.times -= 1
    if (failure.status === 429) response.setHeader('Retry-After', '1')
    response.statusCode = failure.status
    response.end()
  })
  exports = openExports({
    catalogue: mugs.catalogue,
    words: () => wordsOfMugs,
    fetch: guardFor(web.origin),
    after: (ms, run) => {
      rests.push(ms)
      const rest = setImmediate(run)
      return () => clearImmediate(rest)
    },
  })
  for (let n = 1; n <= count; n += 1) {
    mugs.put(n, { media: { images: [{ id: '0', orderBy: 0, imageOriginalUrl: `${web.origin}/${n}` }] } })
  }
})
afterEach(async () => {
  await exports.close()
  await mugs.changes.stop()
  mugs.close()
  await web.stop()
})

const written = () => exports.written('all.csv', { format: 'csv', withPictures: true })
const always = { status: 503, times: Infinity }

it('one picture that is never there takes no other one of its host with it, however much later that is asked for', async () => {
  failing = { '/3': always, '/25': { status: 429, times: 1 }, '/49': { status: 503, times: 2 } }
  expect(await written()).toMatchObject({
    state: 'written',
    done: 180,
    total: 180,
    pictures: count - 1,
    missing: { count: 1, first: ['picture 1 of M-3'] },
  })
  const rows = exports.rows('all.csv')
  expect(rows.map((row) => row['Picture 1']).filter((cell) => cell?.startsWith('all pictures/'))).toHaveLength(
    count - 1,
  )
})

it('pictures that are never there are waited for once in an export, not with every few products', async () => {
  failing = { '/3': always, '/30': always, '/55': always }
  expect(await written()).toMatchObject({ state: 'written', pictures: count - 3, missing: { count: 3 } })
  expect(rests).toEqual([5_000, 20_000, 60_000])
  expect(web.requests).toHaveLength(count + 3 * 3)
})
