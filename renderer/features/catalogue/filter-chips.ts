import type { Category } from '../../../electron/shared/store'
import { noWords } from '../../../electron/shared/fields/kind'
import { labelOf as labelOfField, shownField } from '../../../electron/shared/fields/shown'
import type { ProductQuery } from '../../../electron/shared/product-query'
import { formatDate } from '../../format/dates'
import { formatMoney, type MoneyFormat } from '../../../electron/shared/numbers/money'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { CatalogueFilters } from '../../stores/catalogue-store'
import { categoryName } from '../../format/category-tree'

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

export type ChipContext = { profile: MoneyFormat; categories: Category[] }

/** One chip for each filter in use, in the order of the panel. What is typed in the search box is no chip. */
export function filterChips(filters: CatalogueFilters, context: ChipContext): FilterChip[] {
  const chips = filterOrder.flatMap((filter) => chipsOf(filter, filters, context))
  const winner = filters.productIds ? 'productIds' : filters.sku ? 'sku' : null
  return chips.map((chip) => ({ ...chip, isOverridden: winner !== null && chip.filter !== winner }))
}

/** The filter as a person would say it, for "Without … there are 14 products". */
export function filterSentence(filter: keyof ProductQuery, filters: CatalogueFilters, context: ChipContext): string {
  if (filter === 'text') return `“${filters.text ?? ''}”`
  const [chip] = filter === 'sort' ? [] : chipsOf(filter, filters, context)
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
  context: ChipContext,
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
      const names = one.values.map((value) => shownField(one.field, value, noWords)).join(' or ')
      const label = `${labelOfField(one.field)}: ${names}`
      return { key: `fields:${one.field}`, filter, label, without: { fields: rest.length > 0 ? rest : undefined } }
    })
  }
  const without: Partial<CatalogueFilters> =
    filter === 'categoryIds' ? { categoryIds: undefined, includeSubcategories: undefined } : { [filter]: undefined }
  const label = labelOf(filter, filters, context)
  return label === null ? [] : [{ key: filter, filter, label, without }]
}

function labelOf(filter: keyof CatalogueFilters, filters: CatalogueFilters, context: ChipContext): string | null {
  const money = (value: number | undefined) => formatMoney(value ?? 0, context.profile)
  const date = (seconds: number | undefined) => formatDate((seconds ?? 0) * 1000)
  switch (filter) {
    case 'productIds':
      return productIdsLabel(filters.productIds ?? [])
    case 'sku':
      return `SKU is ${filters.sku}`
    case 'keyword':
      return `Keyword: ${filters.keyword}`
    case 'categoryIds':
      return categoriesLabel(filters, context.categories)
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
    case 'changed':
      return filters.changed ? 'Changed here' : 'Not changed here'
    default:
      return null
  }
}

function productIdsLabel(ids: number[]): string {
  return ids.length <= 3 ? `Product ID ${ids.join(', ')}` : `${formatNumber(ids.length)} product IDs`
}

function categoriesLabel({ categoryIds = [], includeSubcategories }: CatalogueFilters, categories: Category[]): string {
  const names = categoryIds.map((id) => categoryName(id, categories)).join(' or ')
  return `Category: ${names}${includeSubcategories ? ' + subcategories' : ''}`
}
