import type { RemoteProduct } from '../remote-product'
import { flag } from './choice-kinds'
import { colourProblem } from './colour-code'
import { anything, field, plain } from './field'
import { part, record } from './record-kinds'
import { categories, category } from './reference-kinds'
import { colour, text } from './text-kinds'

/** Ecwid refuses a product in more categories than this through its API. */
const mostCategories = 100

export const enabled = field({
  label: 'Enabled',
  section: 'visibility',
  kind: flag,
  empty: true,
  json: plain('enabled'),
  problem: anything,
  column: { title: 'Status', width: 120 },
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_is_available: '' },
  isTranslated: false,
  isInherited: false,
})

/** On the store's front page; Ecwid keeps the place there. */
export const showOnFrontpage = field({
  label: 'Show on front page',
  section: 'visibility',
  kind: flag,
  empty: false,
  json: {
    get: (product) => (product.showOnFrontpage ?? -1) > 0,
    lay: withFrontPage,
    body: (value) => ({ showOnFrontpage: value ? 1 : -1 }),
  },
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_is_featured: '' },
  isTranslated: false,
  isInherited: false,
})

export const categoryIds = field({
  label: 'Categories',
  section: 'categories',
  kind: categories,
  empty: [],
  json: plain('categoryIds'),
  problem: (ids) => (ids.length > mostCategories ? 'too-many-categories' : null),
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  isTranslated: false,
  isInherited: false,
})

/** The one that the address and the path of its page go by; 0: the store chooses. */
export const defaultCategoryId = field({
  label: 'Default category',
  hint: 'The category that the path above the product on its page leads through.',
  section: 'categories',
  kind: category,
  empty: 0,
  json: plain('defaultCategoryId'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  isTranslated: false,
  isInherited: false,
})

export const ribbon = field({
  label: 'Ribbon',
  section: 'ribbon',
  kind: record(
    { text: part('Text on the picture', text, ''), color: part('Colour', colour, '') },
    { problems: { color: ({ color }) => colourProblem(color) } },
  ),
  empty: { text: '', color: '' },
  json: plain('ribbon'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_ribbon_text: 'text', product_ribbon_color: 'color' },
  isTranslated: true,
  isInherited: false,
})

function withFrontPage(product: RemoteProduct, value: boolean): RemoteProduct {
  if (value) return { ...product, showOnFrontpage: 1 }
  const { showOnFrontpage: _place, ...rest } = product
  return { ...rest, id: product.id }
}
