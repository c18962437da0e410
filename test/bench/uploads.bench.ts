import { expect, test } from '@playwright/test'
import { startDemoStore, type DemoStore } from '../support/demo-store-process'
import { median, report } from '../support/bench-table'
import { pngBytes } from '../support/picture-files'
import { openBenchSession } from './bench-session'

const pictures = 500
/** A folder of product photos: two of each. */
const perProduct = 2
const products = pictures / perProduct
const rounds = 3
/** As push.ts sends. */
const atOnce = 4
/** What Ecwid takes from one key, and what the app allows itself. */
const ceilingPerMinute = 600
const ownPerMinute = 540

test(`${pictures} picture uploads`, async () => {
  const pushes: number[] = []
  const loops: number[] = []
  let requestsPerPicture = 0
  for (let round = 0; round < rounds; round++) {
    // A store of its own each time: with every round its products would have more pictures.
    loops.push(await withStore(bareUploads))
    pushes.push(
      await withStore(async (store) => {
        const { seconds, requests } = await pushedUploads(store)
        requestsPerPicture = requests / pictures
        return seconds
      }),
    )
  }
  report({
    name: `${pictures} pictures as change sets, pushed`,
    value: median(pushes),
    yardstick: { name: `${atOnce} loops of uploads`, value: median(loops) },
    unit: 's',
    goal: { ratioAtMost: 3 },
  })
  report({
    name: `${pictures} pictures pushed without a limit`,
    value: median(pushes),
    yardstick: { name: `one request each at ${ceilingPerMinute} a minute, computed`, value: pictures / 10 },
    unit: 's',
    goal: { ratioAtMost: 1 },
  })
  report({
    name: `${pictures} pictures at the pace of the limiter, ${requestsPerPicture.toFixed(2)} requests each, computed`,
    value: (requestsPerPicture * pictures * 60) / ownPerMinute,
    yardstick: { name: `one request each at ${ceilingPerMinute} a minute, computed`, value: pictures / 10 },
    unit: 's',
    goal: { ratioAtMost: 1.25 },
  })
})

/** From the drop on the list to the last picture's address being known here. */
async function pushedUploads(store: DemoStore): Promise<{ seconds: number; requests: number }> {
  const bench = openBenchSession(store)
  try {
    const { session, staging, requests } = bench
    session.startPulling()
    await bench.until(({ sync }) => sync?.phase === 'idle' || sync?.phase === 'failed')
    await session.pausePull()
    const ids = session.catalogue.search({}, 0, products).rows.map(({ id }) => id)
    expect(ids).toHaveLength(products)
    const asked = requests.length
    const start = performance.now()
    for (const [index, productId] of ids.entries()) {
      const staged = await Promise.all(
        Array.from({ length: perProduct }, (_, n) => staging.stageBytes('photo.png', photo(index * perProduct + n))),
      )
      const operations = staged.map(({ hash, name }) => ({
        kind: 'picture.add' as const,
        productId,
        source: { hash },
        role: 'gallery' as const,
        fileName: name,
        alt: '',
      }))
      session.changes.apply({ source: 'pictures', label: 'Bench', operations })
    }
    await bench.until(({ changes }) => changes?.waiting === 0 && changes.sending === 0)
    const seconds = (performance.now() - start) / 1000
    const uploads = requests.slice(asked).filter((line) => line.startsWith('POST')).length
    expect(uploads).toBe(pictures)
    return { seconds, requests: requests.length - asked }
  } finally {
    await bench.close()
  }
}

async function bareUploads(store: DemoStore): Promise<number> {
  const headers = { Authorization: `Bearer ${store.secretToken}` }
  const answer = await fetch(`${store.baseUrl}/products?limit=100&offset=0`, { headers })
  const first = ((await answer.json()) as { items: { id: number }[] }).items.map(({ id }) => id)
  const more = await Promise.all(
    [100, 200].map(async (offset) => {
      const page = await fetch(`${store.baseUrl}/products?limit=100&offset=${offset}`, { headers })
      return ((await page.json()) as { items: { id: number }[] }).items.map(({ id }) => id)
    }),
  )
  const ids = [...first, ...more.flat()].slice(0, products)
  expect(ids).toHaveLength(products)
  let next = 0
  async function loop(): Promise<void> {
    while (next < pictures) {
      const n = next++
      const url = `${store.baseUrl}/products/${ids[Math.floor(n / perProduct)]}/gallery?fileName=photo.png`
      const response = await fetch(url, { method: 'POST', headers, body: photo(n) as Uint8Array<ArrayBuffer> })
      expect(response.ok).toBe(true)
      await response.text()
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: atOnce }, loop))
  return (performance.now() - start) / 1000
}

async function withStore(work: (store: DemoStore) => Promise<number>): Promise<number> {
  const store = await startDemoStore(['--products', '300', '--rate-limit', '0'])
  try {
    return await work(store)
  } finally {
    await store.stop()
  }
}

const base = pngBytes(260, 260, { noise: true })

/** About 270 KB, no two alike: the bytes behind a PNG's end are nobody's. */
function photo(n: number): Uint8Array {
  const stamp = Buffer.alloc(8)
  stamp.writeUInt32LE(n)
  return Buffer.concat([base, stamp])
}
