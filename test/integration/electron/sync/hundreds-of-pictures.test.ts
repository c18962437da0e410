import { beforeEach, expect, it, vi } from 'vitest'
import { aMugWithPictures } from '../../../support/a-mug-with-pictures'

// Many pictures on their way to one product: the first ones are not kept waiting by the last, nor the next one by all that wait behind it.

let beforeUpload: (() => void) | null = null

const shop = aMugWithPictures({
  isAlone: true,
  has: (pictures) => pictures === 2,
  onRequest: (method, url) => {
    if (method === 'POST' && url.includes('/gallery')) beforeUpload?.()
  },
})
beforeEach(() => void (beforeUpload = null))

async function add(count: number): Promise<string[]> {
  const hashes: string[] = []
  for (let at = 0; at < count; at += 1) hashes.push(await shop.stage())
  shop.apply(...hashes.map((hash) => shop.toAdd(hash)))
  return hashes
}

it('a picture that has arrived is shown so while others still go', async () => {
  const onTheirWay: number[] = []
  beforeUpload = () => {
    onTheirWay.push(shop.pictures().filter(({ upload }) => upload?.state === 'sending').length)
    shop.synced.skip(2_000)
  }
  const before = await shop.stored()
  const hashes = await add(12)
  await shop.synced.settled()
  expect(onTheirWay).toHaveLength(12)
  expect(Math.max(...onTheirWay)).toBeLessThan(6)
  expect(await shop.stored()).toEqual([...before, ...hashes])
  expect(shop.open()).toEqual([])
})

it.each([
  ['', async () => {}],
  [
    ', nor where a field of it was refused',
    async () => {
      const { rows } = shop.synced.catalogue.search({}, 0, 100)
      const { sku } = rows.find((row) => row.id !== shop.mug.id && row.sku !== '')!
      shop.apply({ kind: 'update', productId: shop.mug.id, fields: { sku } })
      await shop.synced.settled()
      expect(shop.open()).toMatchObject([{ state: 'refused' }])
    },
  ],
])('what is looked at for an upload does not grow with those that wait behind it%s', async (_, before) => {
  await before()
  const rows: number[] = []
  for (const count of [10, 40]) {
    let [seen, uploads] = [0, 0]
    const { changes } = shop.synced.catalogue
    const { openOf } = changes
    const watched = vi.spyOn(changes, 'openOf').mockImplementation((thing, id) => {
      const open = openOf(thing, id)
      seen += open.length
      return open
    })
    let first = 0
    let last = 0
    beforeUpload = () => {
      uploads += 1
      if (uploads === 1) first = seen
      last = seen
    }
    await add(count)
    await shop.synced.settled()
    watched.mockRestore()
    rows.push((last - first) / (uploads - 1))
  }
  const [ofFew = 0, ofMany = 0] = rows
  expect(ofMany).toBeLessThan(Math.max(ofFew, 1) * 1.5)
})
