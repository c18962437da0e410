import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import type { ChangeRecord } from '../../../../electron/shared/change-record'
import { pngBytes } from '../../../support/picture-files'
import { pictureOf, readState } from '../../../support/stored-product'
import { variationsOf } from '../../../support/stored-variations'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// A picture's text is written after the picture has arrived. That the store refuses the text says nothing about the picture.

let synced: SyncedStore
let duringUpload: (() => void) | null = null
beforeEach(async () => {
  duringUpload = null
  synced = await openSyncedStore(
    {},
    {
      isRefused(method, url) {
        if (method !== 'POST' || !url.includes('/gallery')) return false
        duringUpload?.()
        duringUpload = null
        return false
      },
    },
  )
  await synced.pull()
})
afterEach(() => synced.close())

const withVariations = (wanted: boolean) => {
  const { rows } = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100)
  const { id, ecwidId } = rows.find((each) => each.pictureCount === 2 && each.variationCount > 0 === wanted)!
  return { id, ecwidId: ecwidId! }
}
async function add(productId: number, alt: string): Promise<string> {
  const { hash } = await synced.staging.stageBytes('p.png', pngBytes(9, 9, { shade: 3 }))
  apply({ kind: 'picture.add', productId, source: { hash }, role: 'gallery', fileName: 'p.png', alt })
  return hash
}
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations })
const refuseTexts = (more = {}) =>
  synced.control('POST', '/faults', {
    kind: 'status',
    status: 400,
    match: { method: 'PUT', path: '/products/' },
    ...more,
  })
const stored = async (ecwidId: number) =>
  (await readState(synced.store)).products
    .find(({ id }) => id === ecwidId)!
    .media.images.map((image) => [
      pictureOf(image),
      typeof image.alt === 'string' ? image.alt : (image.alt?.main ?? ''),
    ])
const left = (productId: number) =>
  synced.catalogue.changes
    .openOf('product', productId)
    .map(({ verb, list, field, after, state, reason }) => [verb, list, field, after, state, reason?.code])
const lastSent = (productId: number): ChangeRecord | undefined =>
  synced.catalogue.changes.picturesOf(productId).findLast(({ state }) => state === 'sent')

it('a picture whose text is refused is in the store; the text waits for its owner', async () => {
  const mug = withVariations(false)
  await refuseTexts({ times: 2 })
  const hash = await add(mug.id, 'Too much')
  await synced.settled()
  expect(left(mug.id)).toEqual([['set', 'pictures', 'alt', 'Too much', 'refused', 'refused']])
  expect(lastSent(mug.id)).toMatchObject({ verb: 'add', after: { source: { hash }, alt: '' } })
  expect(await stored(mug.ecwidId)).toContainEqual([hash, ''])
  expect(synced.session.product(mug.id).pictures.at(-1)).toMatchObject({ alt: 'Too much' })
  synced.session.changes.retry(synced.catalogue.changes.openOf('product', mug.id).map(({ id }) => id))
  await synced.settled()
  expect(left(mug.id)).toEqual([])
  expect((await stored(mug.ecwidId)).filter(([picture]) => picture === hash)).toEqual([[hash, 'Too much']])
})

it('the same for one whose answer was lost: it is found, and nothing is asked about it', async () => {
  const mug = withVariations(false)
  await refuseTexts({ times: 2 })
  await synced.control('POST', '/faults', { kind: 'drop-after', match: { method: 'POST', path: '/gallery' } })
  const hash = await add(mug.id, 'Too much')
  await synced.settled()
  expect(left(mug.id)).toEqual([['set', 'pictures', 'alt', 'Too much', 'refused', 'refused']])
  expect((await stored(mug.ecwidId)).filter(([picture]) => picture === hash)).toHaveLength(1)
})

it('a text that was mended meanwhile goes instead of the refused one', async () => {
  const mug = withVariations(false)
  synced.session.changes.holdAll(true)
  const hash = await add(mug.id, 'Too much')
  const picture = synced.session.product(mug.id).pictures.at(-1)!.key
  apply({ kind: 'picture.alt', productId: mug.id, picture, alt: 'Shorter' })
  await refuseTexts()
  synced.session.changes.holdAll(false)
  await synced.settled()
  expect(left(mug.id)).toEqual([])
  expect(await stored(mug.ecwidId)).toContainEqual([hash, 'Shorter'])
})

it('the text of one whose removal waits meanwhile is there again when that is taken back', async () => {
  const mug = withVariations(false)
  await refuseTexts()
  const removed = new Promise<number>((resolve) => {
    duringUpload = () => {
      const picture = synced.session.product(mug.id).pictures.at(-1)!.key
      const { changeSetId } = apply({ kind: 'picture.remove', productId: mug.id, picture })
      synced.session.changes.hold(changeSetId!, true)
      resolve(changeSetId!)
    }
  })
  const hash = await add(mug.id, 'Words')
  const removal = await removed
  await synced.settled()
  expect(synced.session.product(mug.id).pictures).toHaveLength(2)
  synced.session.changes.revert(removal)
  await synced.settled()
  expect(left(mug.id)).toEqual([])
  expect(await stored(mug.ecwidId)).toContainEqual([hash, 'Words'])
})

it('the text of one that is removed meanwhile ends with it', async () => {
  const mug = withVariations(false)
  await refuseTexts()
  duringUpload = () => {
    const picture = synced.session.product(mug.id).pictures.at(-1)!.key
    apply({ kind: 'picture.remove', productId: mug.id, picture })
  }
  const hash = await add(mug.id, 'Words')
  await synced.settled()
  expect(left(mug.id)).toEqual([])
  expect((await stored(mug.ecwidId)).map(([picture]) => picture)).not.toContain(hash)
})

it('the text of a variation’s picture too', async () => {
  const { rows } = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100)
  const towel = rows.find(({ variationCount }) => variationCount > 1)!
  const [variation] = synced.session.product(towel.id).readOnly.variations
  await refuseTexts({ times: 2 })
  const { hash } = await synced.staging.stageBytes('v.png', pngBytes(9, 9, { shade: 4 }))
  const productId = towel.id
  apply({
    kind: 'picture.variation',
    productId,
    variationId: variation!.id,
    source: { hash },
    fileName: 'v.png',
    alt: 'Too much',
  })
  await synced.settled()
  expect(left(towel.id)).toMatchObject([['set', 'variations', 'image', { alt: 'Too much' }, 'refused', 'refused']])
  const inStore = async () => (await variationsOf(synced.store, towel.ecwidId!)).find(({ id }) => id === variation!.id)
  expect(await inStore()).toMatchObject({ picture: hash })
  synced.session.changes.retry(synced.catalogue.changes.openOf('product', towel.id).map(({ id }) => id))
  await synced.settled()
  expect(left(towel.id)).toEqual([])
  const remote = synced.catalogue.products.get(towel.id)!.remote!
  expect(remote.combinations!.find(({ id }) => id === variation!.id)).toMatchObject({ alt: { main: 'Too much' } })
})
