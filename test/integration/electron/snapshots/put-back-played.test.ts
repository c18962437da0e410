import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { openSnapshots } from '../../../support/kept-snapshots'
import { onTheWeb } from '../../../support/on-the-web'
import { pngBytes } from '../../../support/picture-files'
import { playEach, playing } from '../../../support/playing'
import { storeByNames } from '../../../support/store-by-names'
import { readProducts } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { openProposals } from '../bulk/proposals-of-mugs'

// Whatever its owner and others do with products after a snapshot: put back, the store is as the snapshot had it, once; and the undo of
// that leaves what was before.

const at = fc.nat(2)
const n = fc.nat(3)
const of = <const T extends string>(weight: number, ...does: T[]) => ({
  weight,
  arbitrary: fc.record({ does: fc.constantFrom(...does), at, n }),
})
const act = fc.oneof(
  of(4, 'price', 'name', 'text', 'file in', 'attribute'),
  of(4, 'choice more', 'choice dearer', 'variation price', 'variation less'),
  of(6, 'picture less', 'arrange', 'alt', 'alt in', 'main', 'picture more'),
  of(4, 'video', 'video less', 'file less', 'describe file'),
  of(2, 'delete'),
  of(4, 'web price', 'web picture less', 'web picture more', 'web main', 'web variation less', 'web variation price'),
  of(2, 'web delete', 'sell'),
  of(4, 'undo', 'settle', 'pull'),
  of(2, 'anew', 'let go'),
)
type Step = { does: string; at: number; n: number }

let shop: SyncedStore
let bulk: ReturnType<typeof openProposals>
let snapshots: ReturnType<typeof openSnapshots>
let snapshotId: number
let skus: string[]
let number = 0
let done: number[] = []
let goneElsewhere: Set<string>
let localIds: number[]

async function open(): Promise<void> {
  shop = await openSyncedStore({ products: 10 }, { timeoutMs: 3000 })
  await shop.control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de'] } })
  await shop.pull()
  bulk = openProposals({ catalogue: shop.catalogue, ...shop.session })
  snapshots = openSnapshots(shop.catalogue)
  number = 0
  done = []
  goneElsewhere = new Set()
  const { rows } = shop.catalogue.search({ sort: 'NAME_ASC' }, 0, 20)
  const varied = rows.find(({ variationCount }) => variationCount > 2)!
  const pictured = rows.filter((row) => row !== varied && row.pictureCount > 1).slice(0, 2)
  const chosen = [varied, ...pictured]
  skus = chosen.map(({ sku }) => sku)
  localIds = chosen.map(({ id }) => id)
  for (const { id, ecwidId, sku } of chosen) {
    await onTheWeb(shop.store, 'POST', `/products/${ecwidId}/files?fileName=g${sku}.pdf&description=A`, 'bytes')
    await shop.pull()
    apply({
      kind: 'video.add',
      productId: id,
      url: `https://www.youtube.com/watch?v=abcdefgh${id + 200}`,
      role: 'gallery',
    })
    for (const [place, { key }] of shop.session.product(id).pictures.entries())
      apply({ kind: 'picture.alt', productId: id, picture: key, alt: `${sku} ${place}` })
  }
  await sent()
  await shop.pull()
  await snapshots.take({ code: 'by-hand' })
  snapshotId = snapshots.all().list[0]!.id
}
async function close(): Promise<void> {
  await snapshots.stop()
  await bulk.stop()
  await shop.close()
}
afterEach(close)

async function sent(): Promise<void> {
  shop.skip(60_000)
  await shop.settled()
}

function apply(...operations: Operation[]): number | null {
  const label = { code: 'text', text: 'Test' } as const
  return shop.session.changes.apply({ source: 'form', label, operations }).changeSetId
}

const pick = <T>(all: readonly T[], place: number): T | undefined => all[place % Math.max(1, all.length)]
const staged = async () =>
  (await shop.staging.stageBytes('p', pngBytes(20, 20, { shade: 1 + ((number += 1) % 250) }))).hash

async function operationsOf({ does, at: one, n: place }: Step): Promise<Operation[]> {
  const productId = localIds[one]!
  if (!shop.catalogue.products.get(productId)) return []
  const product = shop.session.product(productId)
  const next = () => `Now ${++number}`
  const update = (fields: object): Operation[] => [{ kind: 'update', productId, fields } as Operation]
  const picture = pick(product.pictures, place)?.key
  const variation = pick(product.readOnly.variations, place)?.id
  const [option] = product.fields.options
  const choices = (option?.['choices'] ?? []) as Record<string, unknown>[]
  const withChoices = (changed: object[]) =>
    update({ options: product.fields.options.map((each, k) => (k === 0 ? { ...each, choices: changed } : each)) })
  switch (does) {
    case 'price':
      return update({ price: 1000 + (number += 1) })
    case 'name':
      return update({ name: next() })
    case 'text':
      return update({ description: `<p>${next()}</p>`, subtitle: next() })
    case 'file in': {
      const category = pick(shop.session.snapshot().categories, place)
      return category
        ? update({
            categoryIds: product.fields.categoryIds.includes(category.id)
              ? product.fields.categoryIds.filter((id) => id !== category.id)
              : [...product.fields.categoryIds, category.id],
          })
        : []
    }
    case 'attribute': {
      const key = pick(Object.keys(product.fields.attributes), place)
      return key ? update({ attributes: { ...product.fields.attributes, [key]: next() } }) : []
    }
    case 'choice more':
      return option ? withChoices([...choices, { text: next(), priceModifier: 0, priceModifierType: 'ABSOLUTE' }]) : []
    case 'choice dearer':
      return option
        ? withChoices(
            choices.map((each, k) =>
              k === place % choices.length ? { ...each, priceModifier: 50 + (number += 1) } : each,
            ),
          )
        : []
    case 'variation price':
      return variation === undefined
        ? []
        : [{ kind: 'variation.set', productId, variationId: variation, fields: { price: 2000 + (number += 1) } }]
    case 'variation less':
      return variation === undefined ? [] : [{ kind: 'variation.remove', productId, variationId: variation }]
    case 'picture less':
      return picture ? [{ kind: 'picture.remove', productId, picture }] : []
    case 'arrange':
      return picture
        ? [
            {
              kind: 'picture.order',
              productId,
              order: [picture, ...product.pictures.map(({ key }) => key).filter((key) => key !== picture)],
            },
          ]
        : []
    case 'alt':
      return picture ? [{ kind: 'picture.alt', productId, picture, alt: next() }] : []
    case 'alt in':
      return picture ? [{ kind: 'picture.alt-in', productId, picture, language: 'de', alt: next() }] : []
    case 'main':
    case 'picture more':
      return [
        {
          kind: 'picture.add',
          productId,
          source: { hash: await staged() },
          role: does === 'main' ? 'main' : 'gallery',
          fileName: 'a.png',
          alt: `New ${number}`,
        },
      ]
    case 'video':
      return [
        {
          kind: 'video.add',
          productId,
          url: `https://www.youtube.com/watch?v=abcdefgh${600 + (number += 1)}`,
          role: 'gallery',
        },
      ]
    case 'video less':
      return product.videos[0] ? [{ kind: 'video.remove', productId, video: product.videos[0].key }] : []
    case 'file less':
      return product.files[0] ? [{ kind: 'file.remove', productId, fileId: product.files[0].id }] : []
    case 'describe file':
      return product.files[0]
        ? [{ kind: 'file.describe', productId, fileId: product.files[0].id, description: next() }]
        : []
    case 'delete':
      return [{ kind: 'delete', productId }]
  }
  return []
}

async function webDoes({ does, at: one, n: place }: Step): Promise<void> {
  const stored = (await readProducts(shop.store)).find(({ sku }) => sku === skus[one])
  if (!stored) return
  const path = `/products/${stored.id}`
  const put = (to: string, body: object) => onTheWeb(shop.store, 'PUT', to, JSON.stringify(body))
  const image = pick(stored.media.images, place)
  const variation = pick(stored.combinations, place)
  const bytes = () => new Uint8Array(pngBytes(20, 20, { shade: 1 + ((number += 1) % 250) }))
  switch (does) {
    case 'web price':
      await put(path, { price: 3000 + (number += 1) })
      break
    case 'web picture less':
      if (image) await onTheWeb(shop.store, 'DELETE', `${path}/gallery/${image.id}`)
      break
    case 'web picture more':
      await onTheWeb(shop.store, 'POST', `${path}/gallery`, bytes())
      break
    case 'web main':
      await onTheWeb(shop.store, 'POST', `${path}/image`, bytes())
      break
    case 'web variation less':
      if (variation) await onTheWeb(shop.store, 'DELETE', `${path}/combinations/${variation.id}`)
      break
    case 'web variation price':
      if (variation) await put(`${path}/combinations/${variation.id}`, { price: 4000 + (number += 1) })
      break
    case 'web delete':
      goneElsewhere.add(stored.sku)
      await onTheWeb(shop.store, 'DELETE', path)
      break
    case 'sell':
      if (variation?.sku)
        await shop.control('POST', '/sell', { id: stored.id, combinationId: variation.id, quantity: 1 })
      break
  }
}

const isDeletedThere = (productId: number): boolean =>
  shop.catalogue.changes.openOf('product', productId).some(({ reason }) => reason?.code === 'not-found')

async function does(step: Step): Promise<void> {
  if (step.does === 'settle') return sent()
  if (step.does === 'pull') return void (await shop.pull())
  if (step.does.startsWith('web') || step.does === 'sell') return webDoes(step)
  const productId = localIds[step.at]!
  try {
    if (step.does === 'anew') {
      if (isDeletedThere(productId)) await shop.session.changes.makeAnew(productId)
      return
    }
    if (step.does === 'let go') return void (isDeletedThere(productId) && shop.session.changes.letGo(productId))
    if (step.does === 'undo') {
      const setId = pick(done, step.n)
      if (setId !== undefined) await shop.session.changes.revertInParts(setId)
      return
    }
    const operations = await operationsOf(step)
    if (operations.length === 0) return
    const setId = apply(...operations)
    if (setId) done.push(setId)
  } catch {
    // What cannot be asked for is said at once.
  }
}

/** The store by names and SKUs. What others added has no alt text, and files that went with their product have no copy. */
const shown = async () => {
  const { products } = await storeByNames(shop)
  return products
    .map(({ defaultCategory: _, ...each }) => ({
      ...each,
      pictures: each.pictures.filter(Boolean),
      files: goneElsewhere.has(each.sku) ? [] : each.files.toSorted(),
      videos: each.videos.toSorted(),
      variations: each.variations.map((one) => JSON.stringify(one)).toSorted(),
    }))
    .toSorted((a, b) => (a.sku < b.sku ? -1 : 1))
}
type Shown = Awaited<ReturnType<typeof shown>>
/** Without what was added since. */
const ofThen = (now: Shown, then: Shown) =>
  now.map((each) => {
    const before = then.find(({ sku }) => sku === each.sku)
    return {
      ...each,
      pictures: each.pictures.filter((alt) => before?.pictures.includes(alt)),
      videos: each.videos.filter((url) => before?.videos.includes(url)),
    }
  })

async function review() {
  const action = { kind: 'put-back', snapshotId, fields: null, stock: true, deletes: true } as const
  bulk.propose({ selection: { snapshotId }, action })
  return bulk.reaches('ready')
}
const leftOpen = () =>
  shop.catalogue.changes
    .allOpen(1000)
    .map(({ verb, field, list, state, reason }) => ({ verb, field, list, state, reason: reason?.code }))

/** What cannot be, but for the files that others removed with their product. */
const refusedRows = () =>
  bulk
    .only('refused')
    .filter(({ sku, field }) => field !== 'file' || !goneElsewhere.has(sku))
    .map(({ sku, field, reason }) => [sku, field, reason])

async function play(steps: readonly Step[]): Promise<void> {
  const then = await shown()
  for (const step of steps) await does(step)
  await sent()
  await shop.pull()
  await sent()
  // What its owner has to decide about goes first.
  for (const id of localIds) {
    const open = shop.catalogue.changes.openOf('product', id)
    if (open.length === 0) continue
    if (isDeletedThere(id)) shop.session.changes.letGo(id)
    else shop.session.changes.takeBack(open.map((each) => each.id))
  }
  await sent()
  await shop.pull()
  expect(leftOpen(), 'nothing is left open before').toEqual([])
  const now = await shown()
  const { products } = await review()
  const why = refusedRows()
  if (products > 0) {
    await bulk.applied()
    await sent()
  }
  expect(leftOpen(), 'nothing is left open').toEqual([])
  await shop.pull()
  const after = await shown()
  const excused = new Set(why.map(([sku]) => sku))
  const expected = (all: Shown) => all.filter(({ sku }) => !excused.has(sku))
  const wanted = then.map((each) => (goneElsewhere.has(each.sku) ? { ...each, files: [] } : each))
  expect(expected(ofThen(after, then)), 'put back').toEqual(expected(wanted))
  expect(after.map(({ sku }) => sku)).toEqual(then.map(({ sku }) => sku))
  const setId = bulk.current()!.changeSetId
  await review()
  // A product that came back has a number that related products do not name.
  const more = bulk.only('in').filter(({ field }) => field !== 'relatedProducts')
  expect(
    more.map(({ sku, field, before, after: as }) => [sku, field, before, as]),
    'put back twice',
  ).toEqual([])
  expect(refusedRows(), 'refused as before').toEqual(why)
  if (!setId) return
  await shop.session.changes.revertInParts(setId)
  await sent()
  expect(leftOpen(), 'nothing is left open by the undo').toEqual([])
  await shop.pull()
  expect(await shown(), 'undone').toEqual(now)
  await review()
  await bulk.applied()
  await sent()
  expect(await shown(), 'put back again').toEqual(after)
}

it(
  'whatever was done here and by others: what was then is in the store once everything is put back, and the undo of that leaves what was before',
  () => playEach(fc.array(act, { minLength: 1, maxLength: 8 }), 5, { open, close, play }),
  playing.timeout,
)
