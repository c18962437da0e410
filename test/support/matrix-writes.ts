import { expect } from 'vitest'
import type { Operation, PictureSource } from '../../electron/shared/change'
import type { OwnPatch, OwnValues } from '../../electron/shared/fields/own-fields'
import type { ProductDetail } from '../../electron/shared/product'
import type { ProductRow } from '../../electron/shared/product-query'
import { onTheWeb } from './on-the-web'
import { manyVariations } from './matrix-many-variations'
import { optionsEdited } from './matrix-options'
import { choiceRenamed, optionRenamed } from './matrix-renames'
import { isPlain, putProduct } from './matrix-plain'
import { altTranslated, attributeTranslated } from './matrix-translations'
import { videoWrites } from './matrix-videos'
import { pngBytes } from './picture-files'
import { comparable, type StoredProduct } from './stored-product'
import { makeVariation, removeVariation, setVariationPicture } from './stored-variations'
import type { SyncedStore } from './synced-store'

/** One product for one cell: as the person sees it, and what there is to work with. */
export type MatrixCell = {
  productId: number
  detail: ProductDetail
  /** Counts the cells, so that no two write the same value. */
  number: number
  /** A new picture: its content hash. */
  stage: () => Promise<string>
  /** A picture the store can fetch itself. */
  link: { url: string; sha256: string }
  categories: number[]
}

type Verify = (after: StoredProduct, before: StoredProduct) => void
export type MatrixWrite = {
  name: string
  /** Products that can be written this way. */
  fits: (row: ProductRow) => boolean
  /** The request the fault meets. */
  method: string
  path: (ecwidId: number) => string
  /** So many of them pass before the fault. */
  after?: number
  /** Done on the web before everything is read. */
  prepare?: (synced: SyncedStore, ecwidId: number) => Promise<unknown>
  /** What to do, and a check that it was done once. Names in `touched` may differ afterwards, all else may not. */
  plan: (cell: MatrixCell) => Promise<{ operations: Operation[]; touched: string[]; verify: Verify }>
}

const fields = (
  name: string,
  touched: string[],
  make: (cell: MatrixCell) => { fields: object; stored: object },
): MatrixWrite => ({
  name,
  fits: isPlain,
  method: 'PUT',
  path: putProduct,
  plan: async (cell) => {
    const { fields: patch, stored } = make(cell)
    const operations: Operation[] = [{ kind: 'update', productId: cell.productId, fields: patch }]
    return { operations, touched, verify: (after) => expect(after).toMatchObject(stored) }
  },
})

const pictures = (product: StoredProduct) => comparable(product).pictures

/** A write to the pictures; `wanted` makes the list that must be there afterwards. */
const onPictures = (
  name: string,
  request: { method: string; path: (id: number) => string; fits?: (row: ProductRow) => boolean },
  make: (
    cell: MatrixCell,
  ) => Promise<{ operations: Operation[]; wanted: (before: ReturnType<typeof pictures>) => object[] }>,
): MatrixWrite => ({
  name,
  fits: request.fits ?? isPlain,
  ...request,
  plan: async (cell) => {
    const { operations, wanted } = await make(cell)
    const verify: Verify = (after, before) => expect(pictures(after)).toEqual(wanted(pictures(before)))
    return { operations, touched: ['pictures'], verify }
  },
})

const add = (cell: MatrixCell, source: { hash: string } | { url: string }, role: 'main' | 'gallery'): Operation => ({
  kind: 'picture.add',
  productId: cell.productId,
  source,
  role,
  fileName: `${cell.number}.png`,
  alt: '',
})

const key = (cell: MatrixCell, at: number): string => cell.detail.pictures.at(at)?.key ?? ''

/** A write to the picture of a product's only variation. */
const onVariation = (
  name: string,
  request: { method: string; has: boolean },
  source: (cell: MatrixCell) => Promise<PictureSource | null>,
): MatrixWrite => ({
  name,
  fits: isPlain,
  method: request.method,
  path: (id) => `/products/${id}/combinations/\\d+/image`,
  prepare: async ({ store }, ecwidId) => {
    const variationId = await makeVariation(store, ecwidId)
    if (request.has) await setVariationPicture(store, ecwidId, variationId, pngBytes(5, 5))
  },
  plan: async ({ productId, detail, ...cell }) => {
    const variationId = detail.readOnly.variations[0]?.id ?? 0
    const wanted = await source({ productId, detail, ...cell })
    const operation = { kind: 'picture.variation' as const, productId, variationId, source: wanted, fileName: 'v.png' }
    const sha256 = wanted && 'hash' in wanted ? wanted.hash : undefined
    return {
      operations: [operation],
      touched: ['combinations'],
      verify: ({ combinations }) => {
        const [variation] = combinations as { id: number; image?: { sha256: string } }[]
        expect(variation?.id).toBe(variationId)
        expect(variation?.image?.sha256).toBe(sha256)
      },
    }
  },
})

/** A write to what a product's only variation has of its own. */
const ofVariation = (
  name: string,
  path: (id: number) => string,
  make: (own: OwnValues, cell: MatrixCell) => { fields: OwnPatch; stored: object },
): MatrixWrite => ({
  name,
  fits: isPlain,
  method: 'PUT',
  path,
  prepare: ({ store }, ecwidId) =>
    makeVariation(store, ecwidId, { sku: `V-${ecwidId}`, price: 12, quantity: 10, unlimited: false }),
  plan: async (cell) => {
    const [variation] = cell.detail.readOnly.variations
    const { fields: patch, stored } = make(variation?.own ?? {}, cell)
    const variationId = variation?.id ?? 0
    return {
      operations: [{ kind: 'variation.set', productId: cell.productId, variationId, fields: patch }],
      touched: ['combinations'],
      verify: ({ combinations }) => {
        expect({ price: null, ...combinations[0] }).toMatchObject({ id: variationId, ...stored })
      },
    }
  },
})

/** One variation more or less, of a product that has one. */
const ofVariations = (
  name: string,
  method: 'POST' | 'DELETE',
  make: (cell: MatrixCell) => { operation: Operation; wanted: object[] },
): MatrixWrite => ({
  name,
  fits: isPlain,
  method,
  path: (id) => (method === 'POST' ? `/products/${id}/combinations$` : `/products/${id}/combinations/\\d+$`),
  async prepare({ store }, ecwidId) {
    // A choice without a variation: one that is new comes with its variation, and is seen once the store has it.
    const small = await makeVariation(store, ecwidId, { options: [{ name: 'Size', value: 'Small' }] })
    await makeVariation(store, ecwidId, { sku: `V-${ecwidId}`, price: 12, quantity: 10 })
    await removeVariation(store, ecwidId, small)
  },
  plan: async (cell) => {
    const { operation, wanted } = make(cell)
    return {
      operations: [operation],
      touched: ['combinations'],
      verify: ({ combinations }) => {
        expect(combinations).toHaveLength(wanted.length)
        expect(combinations).toMatchObject(wanted)
      },
    }
  },
})

/** What is done with the files of a product that has one. */
const ofFiles = (
  name: string,
  method: 'POST' | 'PUT' | 'DELETE',
  make: (cell: MatrixCell) => Promise<{ operation: Operation; wanted: object[] }>,
): MatrixWrite => ({
  name,
  fits: isPlain,
  method,
  path: (id) => (method === 'POST' ? `/products/${id}/files(\\?|$)` : `/products/${id}/files/\\d+$`),
  prepare: ({ store }, ecwidId) =>
    onTheWeb(store, 'POST', `/products/${ecwidId}/files?fileName=guide.pdf`, new TextEncoder().encode('a guide')),
  plan: async (cell) => {
    const { operation, wanted } = await make(cell)
    const verify: Verify = ({ files }) => expect(files).toEqual(wanted)
    return { operations: [operation], touched: ['files'], verify }
  },
})
const guide = expect.objectContaining({ name: 'guide.pdf', description: '', size: 7 })
/** Every kind of write, in the order of the rows in the table. Creating is apart: it has no product yet. */
export const matrixWrites: MatrixWrite[] = [
  fields('a price', ['price'], ({ number }) => ({
    fields: { price: 1000.25 + number },
    stored: { price: 1000.25 + number },
  })),
  fields('texts and switches', ['name', 'nameTranslated', 'enabled', 'seoTitle', 'seoTitleTranslated'], (cell) => {
    const values = { name: `Renamed ${cell.number}`, enabled: !cell.detail.fields.enabled, seoTitle: `T${cell.number}` }
    return { fields: values, stored: values }
  }),
  fields('a translation', ['nameTranslated', 'seoTitleTranslated'], ({ number }) => ({
    fields: { nameTranslated: { de: `Name ${number}` }, seoTitleTranslated: { de: `Titel ${number}` } },
    stored: { nameTranslated: { de: `Name ${number}` }, seoTitleTranslated: { de: `Titel ${number}` } },
  })),
  attributeTranslated,
  optionsEdited,
  ...optionRenamed,
  ...choiceRenamed,
  fields('categories', ['categoryIds', 'categories', 'defaultCategoryId'], ({ detail, categories }) => {
    const spare = categories.filter((id) => !detail.fields.categoryIds.includes(id))
    const categoryIds = [...detail.fields.categoryIds.slice(1), spare[0] ?? 0]
    return { fields: { categoryIds }, stored: { categoryIds: expect.arrayContaining(categoryIds) } }
  }),
  fields('dimensions, one of three', ['dimensions'], ({ detail, number }) => {
    const dimensions = { ...detail.fields.dimensions, width: number + 1 }
    return { fields: { dimensions }, stored: { dimensions } }
  }),
  {
    name: 'stock, by a difference',
    fits: isPlain,
    method: 'PUT',
    path: (id) => `/products/${id}/inventory`,
    plan: async ({ productId, detail }) => ({
      operations: [{ kind: 'update', productId, fields: { quantity: detail.fields.quantity + 7 } }],
      touched: ['quantity'],
      verify: (after, before) => expect(after.quantity).toBe(before.quantity + 7),
    }),
  },
  {
    ...fields('stock, from unlimited', ['quantity', 'unlimited'], ({ number }) => ({
      fields: { unlimited: false, quantity: number },
      stored: { unlimited: false, quantity: number },
    })),
    prepare: ({ control }, ecwidId) => control('POST', `/products/${ecwidId}`, { unlimited: true }),
  },
  ofVariation(
    'what a variation has of its own',
    (id) => `/products/${id}/combinations/\\d+$`,
    (_own, { number }) => ({
      fields: { price: 500 + number, weight: number, sku: `OWN-${number}` },
      stored: { price: 500 + number, weight: number, sku: `OWN-${number}`, quantity: 10 },
    }),
  ),
  ofVariation(
    'what a variation has, given back to its product',
    (id) => `/products/${id}/combinations/\\d+$`,
    () => ({
      fields: { price: null },
      stored: { price: null, quantity: 10 },
    }),
  ),
  ofVariation(
    'stock of a variation',
    (id) => `/products/${id}/combinations/\\d+/inventory`,
    (own) => ({
      fields: { quantity: Number(own.quantity) + 7 },
      stored: { quantity: 17 },
    }),
  ),
  ofVariations('a variation more', 'POST', ({ productId, number }) => ({
    operation: {
      kind: 'variation.add',
      productId,
      options: [{ name: 'Size', value: 'Small' }],
      fields: { sku: `MORE-${number}`, price: 9, quantity: 4 },
    },
    wanted: [{}, { sku: `MORE-${number}`, price: 9, quantity: 4 }],
  })),
  manyVariations,
  ofVariations('a variation less', 'DELETE', ({ productId, detail }) => ({
    operation: { kind: 'variation.remove', productId, variationId: detail.readOnly.variations[0]?.id ?? 0 },
    wanted: [],
  })),
  onPictures('upload, main picture', { method: 'POST', path: (id) => `/products/${id}/image` }, async (cell) => {
    const hash = await cell.stage()
    return {
      operations: [add(cell, { hash }, 'main')],
      wanted: (before) => [{ picture: hash, alt: '' }, ...before.slice(1)],
    }
  }),
  onPictures('upload, gallery', { method: 'POST', path: (id) => `/products/${id}/gallery` }, async (cell) => {
    const hash = await cell.stage()
    return {
      operations: [add(cell, { hash }, 'gallery')],
      wanted: (before) => [...before, { picture: hash, alt: '' }],
    }
  }),
  onPictures('upload, by address', { method: 'POST', path: (id) => `/products/${id}/gallery` }, async (cell) => ({
    operations: [add(cell, { url: cell.link.url }, 'gallery')],
    wanted: (before) => [...before, { picture: cell.link.sha256, alt: '' }],
  })),
  onPictures('picture order', { method: 'PUT', path: putProduct }, async (cell) => ({
    operations: [
      {
        kind: 'picture.order',
        productId: cell.productId,
        order: cell.detail.pictures.map((each) => each.key).reverse(),
      },
    ],
    wanted: (before) => before.toReversed(),
  })),
  onPictures('alt text', { method: 'PUT', path: putProduct }, async (cell) => ({
    operations: [{ kind: 'picture.alt', productId: cell.productId, picture: key(cell, 1), alt: `Alt ${cell.number}` }],
    wanted: (before) => before.map((each, at) => (at === 1 ? { ...each, alt: `Alt ${cell.number}` } : each)),
  })),
  altTranslated,
  onPictures(
    'delete, gallery picture',
    { method: 'DELETE', path: (id) => `/products/${id}/gallery/` },
    async (cell) => ({
      operations: [{ kind: 'picture.remove', productId: cell.productId, picture: key(cell, -1) }],
      wanted: (before) => before.slice(0, -1),
    }),
  ),
  onPictures('delete, main picture of several', { method: 'PUT', path: putProduct }, async (cell) => ({
    operations: [{ kind: 'picture.remove', productId: cell.productId, picture: key(cell, 0) }],
    wanted: (before) => before.slice(1),
  })),
  onPictures(
    'delete, only picture',
    { method: 'DELETE', path: (id) => `/products/${id}/image`, fits: (row) => row.pictureCount === 1 },
    async (cell) => ({
      operations: [{ kind: 'picture.remove', productId: cell.productId, picture: key(cell, 0) }],
      wanted: () => [],
    }),
  ),
  ...videoWrites,
  ofFiles('a file more', 'POST', async ({ productId, number, stage }) => {
    const hash = await stage()
    const operation = {
      kind: 'file.add' as const,
      productId,
      hash,
      name: `${number}.png`,
      size: pngBytes(6, 4, { shade: number }).length,
      description: 'A',
    }
    return {
      operation,
      wanted: [guide, expect.objectContaining({ name: `${number}.png`, description: 'A', sha256: hash })],
    }
  }),
  ofFiles('what is said about a file', 'PUT', async ({ productId, detail, number }) => ({
    operation: {
      kind: 'file.describe',
      productId,
      fileId: detail.files[0]?.id ?? 0,
      description: `Said ${number}`,
    },
    wanted: [expect.objectContaining({ name: 'guide.pdf', description: `Said ${number}` })],
  })),
  ofFiles('a file less', 'DELETE', async ({ productId, detail }) => ({
    operation: { kind: 'file.remove', productId, fileId: detail.files[0]?.id ?? 0 },
    wanted: [],
  })),
  onVariation('picture of a variation', { method: 'POST', has: false }, async ({ stage }) => ({ hash: await stage() })),
  onVariation('picture of a variation, replaced', { method: 'POST', has: true }, async ({ stage }) => ({
    hash: await stage(),
  })),
  onVariation('delete, picture of a variation', { method: 'DELETE', has: true }, async () => null),
]
