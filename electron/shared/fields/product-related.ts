import type { RemoteProduct } from '../remote-product'
import { flag } from './choice-kinds'
import { anything, field, type Sending } from './field'
import type { Entry } from './kind'
import { listOf } from './list-kind'
import { whole } from './number-kinds'
import { plainField } from './plain-field'
import { part, record } from './record-kinds'
import { anyCategory, product } from './reference-kinds'
import { laidOver } from './written'

/** Ecwid refuses more in one request. */
const mostRelated = 100

const listOfProducts = listOf({
  key: 'productId',
  fields: {
    productId: plainField({ label: 'Product', kind: product, empty: 0, problem: anything, isTranslated: false }),
  },
  isOrdered: true,
})
const products: typeof listOfProducts = { ...listOfProducts, name: 'products' }

/** Both fields stand in one object of Ecwid's; it is sent whole, because nobody promises that a part of it leaves the rest alone. */
function wholeBody({ patch, product: there }: Sending): Record<string, unknown> {
  const { productIds, relatedCategory: random, ...rest } = there?.relatedProducts ?? {}
  const { relatedProducts: chosen, relatedCategory: asked } = patch
  return {
    relatedProducts: {
      ...rest,
      ...((chosen ?? productIds) !== undefined && { productIds: chosen === undefined ? productIds : idsOf(chosen) }),
      ...((asked ?? random) !== undefined && { relatedCategory: asked ? laidOver(ofCategory, asked, random) : random }),
    },
  }
}

/** Those that the store has. */
const idsOf = (entries: unknown): number[] =>
  (products.read(entries) ?? []).flatMap(({ productId }) =>
    typeof productId === 'number' && productId > 0 ? [productId] : [],
  )

const withPart = (there: RemoteProduct, name: string, value: unknown): RemoteProduct => ({
  ...there,
  relatedProducts: { ...there.relatedProducts, [name]: value } as RemoteProduct['relatedProducts'],
})

export const relatedProducts = field<readonly Entry[], false>({
  label: 'Related products',
  hint: 'Shown on this product’s page, in this order.',
  section: 'related',
  kind: products,
  empty: [],
  json: {
    get: ({ relatedProducts: related }) => (related?.productIds ?? []).map((productId) => ({ productId })),
    lay: (there, value) =>
      withPart(
        there,
        'productIds',
        value.map(({ productId }) => productId),
      ),
    body: (_value, sending) => wholeBody(sending),
  },
  problem: (value) => (value.length > mostRelated ? 'too-many-related' : null),
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  isTranslated: false,
  isInherited: false,
})

const ofCategory = record(
  {
    enabled: part('Show random products of a category', flag, false),
    categoryId: part('Category', anyCategory, 0),
    productCount: part('How many', whole(undefined, 'Enter how many products are shown.'), 5),
  },
  {
    counts: { categoryId: ({ enabled }) => enabled, productCount: ({ enabled }) => enabled },
    problems: {
      productCount: ({ enabled, productCount }) => (enabled && productCount < 1 ? 'none-related' : null),
    },
    shown: ({ enabled, categoryId, productCount }, words) =>
      enabled ? `${productCount} from ${anyCategory.shown(categoryId, words)}` : '',
  },
)

const noRandom = { enabled: false, categoryId: 0, productCount: 5 }

export const relatedCategory = field({
  label: 'Random related products',
  section: 'related',
  kind: ofCategory,
  empty: noRandom,
  json: {
    get: ({ relatedProducts: related }) => ofCategory.read(related?.relatedCategory) ?? noRandom,
    lay: (there, value) =>
      withPart(there, 'relatedCategory', laidOver(ofCategory, value, there.relatedProducts?.relatedCategory)),
    body: (_value, sending) => wholeBody(sending),
  },
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_related_items_random: 'enabled', product_related_items_random_number_of_items: 'productCount' },
  isTranslated: false,
  isInherited: false,
})
