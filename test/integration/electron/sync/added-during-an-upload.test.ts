import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { pictureOf, readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// While one picture is uploaded, another is dropped on the same product and arranged, described or deleted.

let synced: SyncedStore
let mug: { id: number; ecwidId: number }
let duringUpload: (() => void) | null = null
let shade = 0

beforeEach(async () => {
  duringUpload = null
  synced = await openSyncedStore(
    {},
    {
      isRefused(method, url) {
        if (method === 'POST' && url.includes('/gallery')) {
          const run = duringUpload
          duringUpload = null
          run?.()
        }
        return false
      },
    },
  )
  await synced.pull()
  const row = synced.catalogue
    .search({}, 0, 100)
    .rows.find((each) => each.pictureCount === 2 && each.variationCount === 0)!
  mug = { id: row.id, ecwidId: row.ecwidId! }
})
afterEach(() => synced.close())

const keys = () => synced.session.product(mug.id).pictures.map(({ key }) => key)
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations })
const images = async () => (await readState(synced.store)).products.find(({ id }) => id === mug.ecwidId)!.media.images
const stored = async () => (await images()).map(pictureOf)
const stage = async () => (await synced.staging.stageBytes('p.png', pngBytes(9, 9, { shade: ++shade }))).hash
const add = (hash: string): Operation => ({
  kind: 'picture.add',
  productId: mug.id,
  source: { hash },
  role: 'gallery',
  fileName: 'p.png',
  alt: '',
})

async function during(run: (second: string) => void): Promise<{ before: string[]; first: string; second: string }> {
  const before = await stored()
  const [first, second] = [await stage(), await stage()]
  const happened = new Promise<void>((resolve) => {
    duringUpload = () => {
      apply(add(second))
      run(keys().at(-1)!)
      resolve()
    }
  })
  apply(add(first))
  await happened
  await synced.settled()
  return { before, first, second }
}

it('made the main picture: it is', async () => {
  const { before, first, second } = await during((key) =>
    apply({ kind: 'picture.order', productId: mug.id, order: [key, ...keys().filter((other) => other !== key)] }),
  )
  expect(await stored()).toEqual([second, ...before, first])
})

it('described: it is', async () => {
  const { second } = await during((picture) => apply({ kind: 'picture.alt', productId: mug.id, picture, alt: 'Words' }))
  expect(synced.session.summary()).toMatchObject({ refused: 0, conflict: 0 })
  const image = (await images()).find((each) => pictureOf(each) === second)
  expect(typeof image?.alt === 'string' ? image.alt : image?.alt?.main).toBe('Words')
})

it('deleted: it stays deleted', async () => {
  const { before, first } = await during((picture) => apply({ kind: 'picture.remove', productId: mug.id, picture }))
  expect(keys()).toHaveLength(3)
  expect(await stored()).toEqual([...before, first])
})
