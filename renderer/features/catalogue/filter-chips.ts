import type { StoreWords } from '../../../electron/shared/fields/kind'
import { labelOf as labelOfField, shownField } from '../../../electron/shared/fields/shown'
import type { FieldFilter, ProductQuery } from '../../../electron/shared/product-query'
import { formatDate } from '../../format/dates'
import { languageName } from '../../../electron/shared/language-name'
import { formatMoney } from '../../../electron/shared/numbers/money'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { CatalogueFilters } from '../../stores/catalogue-store'
import { categoryName, frontPage } from '../../format/category-tree'

export type FilterChip = {
  key: string
  filter: keyof CatalogueFilters
  /** The filter as a person would say it. */
  label: string
  /** What takes it away. */
  without: Partial<CatalogueFilters>
  /** A stronger filter is set, so this one is not used. */
  isOverridden: boolean
}

/** One chip for each filter in use, in the order of the panel. What is typed in the search box is no chip. */
export function filterChips(filters: CatalogueFilters, words: StoreWords): FilterChip[] {
  const chips = filterOrder.flatMap((filter) => chipsOf(filter, filters, words))
  const winner = filters.productIds ? 'productIds' : filters.sku ? 'sku' : null
  return chips.map((chip) => ({ ...chip, isOverridden: winner !== null && chip.filter !== winner }))
}

/** The filter as a person would say it, for "Without … there are 14 products". */
export function filterSentence(filter: keyof ProductQuery, filters: CatalogueFilters, words: StoreWords): string {
  if (filter === 'text') return `“${filters.text ?? ''}”`
  const [chip] = filter === 'sort' ? [] : chipsOf(filter, filters, words)
  return chip?.label ?? filter
}

const filterOrder = [
  'productIds',
  'sku',
  'keyword',
  'categoryIds',
  'priceFrom',
  'priceTo',
  'enabled',
  'inStock',
  'onSale',
  'pictures',
  'untranslated',
  'createdFrom',
  'createdTo',
  'updatedFrom',
  'updatedTo',
  'attributes',
  'options',
  'fields',
  'changed',
] as const satisfies (keyof CatalogueFilters)[]

function chipsOf(
  filter: keyof CatalogueFilters,
  filters: CatalogueFilters,
  words: StoreWords,
): Omit<FilterChip, 'isOverridden'>[] {
  if (filters[filter] === undefined) return []
  if (filter === 'attributes' || filter === 'options') {
    const all = filters[filter] ?? []
    return all.map(({ name, values }, at) => {
      const rest = all.filter((_, other) => other !== at)
      const without = { [filter]: rest.length > 0 ? rest : undefined }
      return { key: `${filter}:${name}`, filter, label: `${name}: ${values.join(' or ')}`, without }
    })
  }
  if (filter === 'fields') {
    const all = filters.fields ?? []
    return all.map((one) => {
      const rest = all.filter((other) => other !== one)
      const label = `${labelOfField(one.field)}${conditionOf(one, words)}`
      return { key: `fields:${one.field}`, filter, label, without: { fields: rest.length > 0 ? rest : undefined } }
    })
  }
  const without: Partial<CatalogueFilters> =
    filter === 'categoryIds' ? { categoryIds: undefined, includeSubcategories: undefined } : { [filter]: undefined }
  const label = labelOf(filter, filters, words)
  return label === null ? [] : [{ key: filter, filter, label, without }]
}

function conditionOf({ field, values, from, to }: FieldFilter, words: StoreWords): string {
  const shown = (value: unknown) => shownField(field, value, words)
  if (values) return `: ${values.map(shown).join(' or ')}`
  return (from === undefined ? '' : ` from ${shown(from)}`) + (to === undefined ? '' : ` up to ${shown(to)}`)
}

function labelOf(filter: keyof CatalogueFilters, filters: CatalogueFilters, words: StoreWords): string | null {
  const money = (value: number | undefined) => formatMoney(value ?? 0, words.profile)
  const date = (seconds: number | undefined) => formatDate((seconds ?? 0) * 1000)
  switch (filter) {
    case 'productIds':
      return productIdsLabel(filters.productIds ?? [])
    case 'sku':
      return `SKU is ${filters.sku}`
    case 'keyword':
      return `Keyword: ${filters.keyword}`
    case 'categoryIds':
      return categoriesLabel(filters, words)
    case 'priceFrom':
      return `Price from ${money(filters.priceFrom)}`
    case 'priceTo':
      return `Price up to ${money(filters.priceTo)}`
    case 'createdFrom':
      return `Created from ${date(filters.createdFrom)}`
    case 'createdTo':
      return `Created until ${date(filters.createdTo)}`
    case 'updatedFrom':
      return `Updated from ${date(filters.updatedFrom)}`
    case 'updatedTo':
      return `Updated until ${date(filters.updatedTo)}`
    case 'enabled':
      return filters.enabled ? 'Enabled' : 'Hidden'
    case 'inStock':
      return filters.inStock ? 'In stock' : 'Out of stock'
    case 'onSale':
      return filters.onSale ? 'On sale' : 'Not on sale'
    case 'pictures':
      return filters.pictures === 'none' ? 'Without pictures' : 'Pictures without alt text'
    case 'untranslated':
      return `Missing in ${languageName(filters.untranslated ?? '')}`
    case 'changed':
      return filters.changed ? 'Changed here' : 'Not changed here'
    default:
      return null
  }
}

function productIdsLabel(ids: number[]): string {
  return ids.length <= 3 ? `Product ID ${ids.join(', ')}` : `${formatNumber(ids.length)} product IDs`
}

/** A view may outlive a category. Before the store is read nothing is known, and nothing gone. */
function categoriesLabel(
  { categoryIds = [], includeSubcategories }: CatalogueFilters,
  { categories, profile }: StoreWords,
): string {
  const known = new Set(categories.map(({ id }) => id))
  const there = categoryIds.filter((id) => id === frontPage || profile === null || known.has(id))
  const gone = categoryIds.length - there.length
  const names = [
    ...there.map((id) => categoryName(id, categories)),
    ...(gone === 0 ? [] : [gone === 1 ? 'one that is gone' : `${formatNumber(gone)} that are gone`]),
  ]
  return `Category: ${names.join(' or ')}${includeSubcategories ? ' + subcategories' : ''}`
}
