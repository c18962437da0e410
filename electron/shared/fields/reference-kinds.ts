import { z } from 'zod'
import { isEqual, isSameSet } from './equal'
import type { Kind, KindName, StoreWords } from './kind'

// Read for every product that is looked at, so without a schema.
const isNumber = (raw: unknown): raw is number => typeof raw === 'number'
const isText = (raw: unknown): raw is string => typeof raw === 'string'

export const categories: Kind<number[]> = setOf('categories', isNumber, z.number().int(), ({ categories: all }) => {
  const names = new Map(all.flatMap(({ id, madeAs, name }) => [[id, name] as const, [madeAs ?? id, name] as const]))
  return (id) => names.get(id) ?? `Category ${id}`
})

/** Of a store that computes its taxes itself, those it has on its list. */
export const taxes: Kind<number[]> = setOf(
  'taxes',
  isNumber,
  z.number().int(),
  ({ profile }) =>
    (id) =>
      profile?.taxes.find((tax) => tax.id === id)?.name ?? `Tax ${id}`,
)

export const shippingMethods: Kind<string[]> = setOf(
  'shippingMethods',
  isText,
  z.string(),
  ({ profile }) =>
    (id) =>
      profile?.shippingMethods.find((method) => method.id === id)?.name ?? id,
)

/** 0 is the root. */
export const category: Kind<number> = {
  ...one('category'),
  shown: (id, words) => (id === 0 ? 'None' : categoryName(id, words)),
}

/** 0 is whichever. */
export const anyCategory: Kind<number> = {
  ...one('category'),
  shown: (id, words) => (id === 0 ? 'Any category' : categoryName(id, words)),
}

function categoryName(id: number, { categories: all }: StoreWords): string {
  return all.find((each) => each.id === id)?.name ?? `Category ${id}`
}

/** Another product. */
export const product: Kind<number> = {
  ...one('product'),
  box: 'none',
  shown: (id, { products }) => products?.[id] ?? `Product ${id}`,
}

/** 0 is the General type. */
export const productType: Kind<number> = { ...one('productType'), shown: productTypeName }

export function productTypeName(id: number, { productTypes }: StoreWords): string {
  return productTypes.find((type) => type.id === id)?.name || (id === 0 ? 'General' : `Type ${id}`)
}

/** The id of one thing of the store. */
function one(name: KindName): Omit<Kind<number>, 'shown'> {
  return {
    name,
    box: 'chosen',
    column: { width: 132, align: 'left' },
    schema: z.number().int(),
    read: (raw) => (isNumber(raw) ? raw : undefined),
    merge: 'value',
    isSame: isEqual,
    apart: null,
    inOrder: null,
    typed: null,
    choices: {},
    parts: {},
    list: null,
  }
}

/** Ids of things of the store, in no order. */
function setOf<Id extends string | number>(
  name: KindName,
  isId: (raw: unknown) => raw is Id,
  id: z.ZodType<Id>,
  naming: (words: StoreWords) => (id: Id) => string,
): Kind<Id[]> {
  return {
    name,
    box: 'chosen',
    column: { width: 200, align: 'left' },
    schema: z.array(id),
    read: (raw) => (Array.isArray(raw) && raw.every(isId) ? raw : undefined),
    merge: 'set',
    isSame: isSameSet,
    shown: (ids, words) => ids.map(naming(words)).join(', '),
    apart: null,
    inOrder: null,
    typed: null,
    choices: {},
    parts: {},
    list: null,
  }
}
