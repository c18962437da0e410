import { isBlank } from '../fold-text'
import type { Fault } from './fault'
import { anything, field, plain } from './field'
import { html, longText, text } from './text-kinds'

export const name = field({
  label: 'Name',
  section: 'product',
  kind: text,
  empty: '',
  json: plain('name'),
  problem: (value) => (isBlank(value) ? 'name-missing' : null),
  column: { width: 'rest' },
  sortedBy: 'NAME',
  isFiltered: false,
  inFiles: { product_name: '' },
  isTranslated: true,
  isInherited: false,
})

export const subtitle = field({
  label: 'Subtitle',
  hint: 'A short line under the name.',
  section: 'product',
  kind: text,
  empty: '',
  json: plain('subtitle'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_subtitle: '' },
  isTranslated: true,
  isInherited: false,
})

/** Blank in a new product lets Ecwid assign one. */
export const sku = field({
  label: 'SKU',
  section: 'product',
  kind: text,
  empty: '',
  json: plain('sku'),
  problem: anything,
  sortedBy: 'SKU',
  isFiltered: false,
  inFiles: { product_sku: '' },
  isTranslated: false,
  isInherited: true,
})

export const description = field({
  label: 'Description',
  section: 'product',
  kind: html,
  empty: '',
  json: plain('description'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_description: '' },
  isTranslated: true,
  isInherited: false,
})

export const seoTitle = field({
  label: 'Page title',
  section: 'seo',
  kind: text,
  empty: '',
  json: plain('seoTitle'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_seo_title: '' },
  isTranslated: true,
  isInherited: false,
})

export const seoDescription = field({
  label: 'Meta description',
  section: 'seo',
  kind: longText,
  empty: '',
  json: plain('seoDescription'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_seo_description: '' },
  isTranslated: true,
  isInherited: false,
})

/** Of a product and of a category. */
export const slugProblem = (slug: string): Fault | null => (/[\s/?#]/.test(slug) ? 'slug-signs' : null)

export const customSlug = field({
  label: 'URL slug',
  hint: 'The last part of the page’s address. Left empty, it follows the name.',
  section: 'seo',
  kind: text,
  empty: '',
  json: plain('customSlug'),
  problem: slugProblem,
  sortedBy: null,
  isFiltered: false,
  inFiles: { custom_url_slug: '' },
  isTranslated: false,
  isInherited: false,
})
