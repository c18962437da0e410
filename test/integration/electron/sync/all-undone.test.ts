import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { playEach, playing } from '../../../support/playing'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { storeByNames } from '../../../support/store-by-names'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { onTheWeb } from '../../../support/on-the-web'

// Whatever one person makes, edits, files and deletes, of products, categories and product types: taken back from the last to the first,
// the store is as it was, by whatever numbers the store calls things; and done again, it is as it was before the taking back.

const at = fc.nat(5)
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('delete product', 'copy product', 'price'), at }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('delete category', 'delete category alone'), at }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('rename category', 'hide category', 'make category'), at }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('move category', 'file', 'take out'), at, to: at }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constantFrom('delete type', 'make type', 'drop attribute', 'of type'), at }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('attribute', 'attribute text', 'name attribute'), at }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('remove file', 'describe file', 'video'), at }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('alt', 'alt in', 'remove picture'), at }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('settle', 'start again'), at }) },
)
type Step = { does: string; at: number; to?: number }

let synced: SyncedStore
let bench: ShelfBench
let number = 0
afterEach(() => synced.close())

async function open(): Promise<void> {
  synced = await openSyncedStore({ products: 8 }, { timeoutMs: 3000 })
  bench = createShelfBench(synced)
  number = 0
  await synced.control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de'] } })
  await synced.pull()
  const { rows } = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 3)
  for (const { ecwidId } of rows)
    await onTheWeb(synced.store, 'POST', `/products/${ecwidId}/files?fileName=g${ecwidId}.pdf&description=A`, 'bytes')
  await synced.pull()
}

async function sent(): Promise<void> {
  synced.skip(60_000)
  await synced.settled()
}

/** What a step asks for, or null where there is nothing to do it to. */
function operationOf({ does, at: one, to = 0 }: Step): Operation | null {
  const pick = <T>(all: readonly T[], n: number) => all[n % Math.max(1, all.length)]
  const next = () => `New ${++number}`
  const { categories, productTypes } = synced.session.snapshot()
  const row = pick(synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 8).rows, one)
  const product = row && synced.session.product(row.id)
  const category = pick(
    categories.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    one,
  )
  const other = pick(
    categories.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    to,
  )
  const type = pick(
    productTypes.filter(({ id }) => id !== 0).toSorted((a, b) => (a.name! < b.name! ? -1 : 1)),
    one,
  )
  const typeFields = () => ({ attributes: type!.attributes })
  if (!product || !row) return null
  const productId = row.id
  const update = (fields: object): Operation => ({ kind: 'update', productId, fields }) as Operation
  const file = product.files[0]
  const [picture] = product.pictures
  switch (does) {
    case 'delete product':
      return { kind: 'delete', productId }
    case 'copy product':
      return { kind: 'create', copyOf: productId, fields: { name: next(), sku: '' } }
    case 'price':
      return update({ price: 1000 + (number += 1) })
    case 'make category':
      return { kind: 'category.create', name: next(), parentId: one > 2 && category ? category.id : 0 }
    case 'make type':
      return { kind: 'type.create', name: next() }
    case 'file':
    case 'take out': {
      if (!other) return null
      const others = product.fields.categoryIds.filter((id) => id !== other.id)
      return update({ categoryIds: does === 'file' ? [...others, other.id] : others })
    }
    case 'of type':
      return type ? update({ productClassId: type.id }) : null
    case 'attribute': {
      const [key] = Object.keys(product.fields.attributes)
      return key ? update({ attributes: { ...product.fields.attributes, [key]: next() } }) : null
    }
    case 'attribute text': {
      const [key] = Object.entries(product.fields.attributes).find(([, value]) => value !== '') ?? []
      return key
        ? update({ attributesTranslated: { ...product.fields.attributesTranslated, [`${key}.de`]: next() } })
        : null
    }
    case 'new attribute': {
      const fresh = { name: next(), type: 'CUSTOM', show: 'DESCR' } as const
      return type
        ? { kind: 'type.update', typeId: type.id, fields: { attributes: [...typeFields().attributes, fresh] } }
        : null
    }
    case 'value': {
      const id = type?.attributes.at(-1)?.id
      return id === undefined ? null : update({ attributes: { ...product.fields.attributes, [id]: next() } })
    }
    case 'remove file':
      return file ? { kind: 'file.remove', productId, fileId: file.id } : null
    case 'describe file':
      return file ? { kind: 'file.describe', productId, fileId: file.id, description: next() } : null
    case 'video':
      return {
        kind: 'video.add',
        productId,
        url: `https://www.youtube.com/watch?v=abcdefgh${100 + (number += 1)}`,
        role: 'gallery',
      }
    case 'video in front': {
      const [video] = product.videos
      return video ? { kind: 'video.place', productId, video: video.key, role: 'main' } : null
    }
    case 'alt':
      return picture ? { kind: 'picture.alt', productId, picture: picture.key, alt: next() } : null
    case 'alt in':
      return picture ? { kind: 'picture.alt-in', productId, picture: picture.key, language: 'de', alt: next() } : null
    case 'remove picture':
      return picture ? { kind: 'picture.remove', productId, picture: picture.key } : null
    case 'delete type':
      return type ? { kind: 'type.delete', typeId: type.id } : null
    case 'drop attribute':
      return type
        ? { kind: 'type.update', typeId: type.id, fields: { attributes: typeFields().attributes.slice(1) } }
        : null
    case 'name attribute':
      return type && typeFields().attributes.length > 0
        ? {
            kind: 'type.update',
            typeId: type.id,
            fields: {
              attributes: typeFields().attributes.map((each, n) => (n === 0 ? { ...each, name: next() } : each)),
            },
          }
        : null
  }
  if (!category) return null
  const categoryId = category.id
  switch (does) {
    case 'delete category':
      return { kind: 'category.delete', categoryId, below: 'delete' }
    case 'delete category alone':
      return { kind: 'category.delete', categoryId, below: 'keep' }
    case 'rename category':
      return { kind: 'category.update', categoryId, fields: { name: next() } }
    case 'hide category':
      return { kind: 'category.update', categoryId, fields: { enabled: !category.enabled } }
    case 'move category':
      return { kind: 'category.move', categoryId, parentId: other && one > 2 ? other.id : 0, before: null }
  }
  return null
}

async function play(steps: readonly Step[]): Promise<void> {
  const start = await storeByNames(synced)
  const done: number[] = []
  for (const step of steps) {
    if (step.does === 'settle') await sent()
    else if (step.does === 'start again') synced.restart()
    else {
      const operation = operationOf(step)
      const setId = operation && apply(operation)
      if (setId) done.push(setId)
    }
  }
  await sent()
  expect(leftOpen(), 'nothing is asked').toEqual([])
  const end = await storeByNames(synced)
  const undone: { setId: number; revertSetId: number | null }[] = []
  for (const setId of done.toReversed()) {
    undone.push({ setId, revertSetId: synced.session.changes.revert(setId).changeSetId })
    await sent()
  }
  expect(leftOpen(), 'nothing is left open by the undo').toEqual([])
  expect(await storeByNames(synced), 'undone').toEqual(start)
  await synced.pull()
  expect(await storeByNames(synced), 'undone').toEqual(start)
  for (const each of undone.toReversed()) {
    synced.session.changes.redo(each)
    await sent()
  }
  expect(leftOpen(), 'nothing is left open by the redo').toEqual([])
  expect(await storeByNames(synced), 'done again').toEqual(end)
}

const leftOpen = () =>
  bench.allOpen().map(({ thing, verb, field, list, state, reason }) => ({ thing, verb, field, list, state, reason }))

function apply(operation: Operation): number | null {
  try {
    return bench.apply(operation).changeSetId
  } catch {
    // What cannot be asked for is said at once: a move below itself.
    return null
  }
}

/** Sequences that once ended otherwise, as short as they got. */
const earlierFaults: [string, ...[does: string, at: number, to?: number][]][] = [
  ['two categories with their pictures', ['delete category', 0], ['delete category', 3]],
  ['a category that was hidden before that was sent', ['hide category', 5], ['delete category', 5]],
  ['a product whose price was sent', ['price', 4], ['settle', 0], ['delete product', 4]],
  ['a product whose price was not sent yet', ['price', 4], ['delete product', 4]],
  ['an attribute with its values', ['drop attribute', 0]],
  ['a type of which a product was edited meanwhile', ['delete type', 1], ['attribute', 0]],
  ['a type and a product of it', ['delete type', 1], ['delete product', 0]],
  ['a product and its type', ['delete product', 0], ['delete type', 1]],
  ['a video made the main one', ['video', 2], ['settle', 0], ['video in front', 2]],
  [
    'a video made the main one in place of a picture that was described just before',
    ...([
      ['video', 2],
      ['settle', 0],
      ['alt', 2],
      ['video in front', 2],
    ] satisfies [string, number][]),
  ],
  ['a copy whose picture was described', ['copy product', 5], ['alt', 2]],
  ['a product whose picture was described', ['alt', 2], ['settle', 0], ['delete product', 2]],
  ['a product whose picture was described before that was sent', ['alt', 2], ['delete product', 2]],
  ['a product whose picture was described in another language', ['alt in', 2], ['delete product', 2]],
  ['a product whose picture was removed', ['remove picture', 2], ['settle', 0], ['delete product', 2]],
  ['a picture that was described before that was sent', ['alt', 5], ['remove picture', 5]],
  ['a category and a product in it', ['delete category', 5], ['delete product', 4]],
  ['a category and what was filed in it just before', ['file', 3, 5], ['delete category', 5]],
  ['a type that a product was given just before', ['of type', 0], ['delete type', 0]],
  ['a type that was made here and given to a product', ['make type', 2], ['of type', 1], ['delete type', 1]],
  ['a category that was made here and filed in', ['make category', 0], ['file', 3, 9], ['delete category', 9]],
  [
    'a copy of which a picture was removed before it was sent',
    ['copy product', 5],
    ['copy product', 1],
    ['remove picture', 3],
  ],
  [
    'a category that was made here and that a product made here was filed in',
    ['copy product', 0],
    ['make category', 0],
    ['file', 5, 9],
    ['delete category', 9],
  ],
  [
    'a type that was made here and a value of its attribute',
    ['make type', 0],
    ['new attribute', 1],
    ['of type', 1],
    ['value', 1],
    ['delete type', 1],
  ],
]

it.each(earlierFaults)('goes back, and is done again: %s', async (_, ...steps) => {
  await open()
  await play(steps.map(([does, at, to]) => ({ does, at, ...(to !== undefined && { to }) })))
})

it(
  'all that was done goes back, and all of it is done again',
  () => playEach(fc.array(act, { minLength: 2, maxLength: 9 }), 12, { open, close: () => synced.close(), play }),
  playing.timeout,
)
