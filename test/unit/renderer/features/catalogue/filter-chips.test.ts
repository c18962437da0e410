import { describe, expect, it } from 'vitest'
import { euros } from '../../../../support/store-in-euros'
import type { CatalogueFilters } from '../../../../../renderer/stores/catalogue-store'
import { filterChips, filterSentence } from '../../../../../renderer/features/catalogue/filter-chips'
import { endOfDay, startOfDay } from '../../../../../renderer/features/catalogue/filter-days'

const context = {
  productTypes: [],
  profile: {
    ...euros,
    currencyPrefix: '€',
    currencySuffix: '',
    currencyGroupSeparator: '.',
  },
  categories: [{ id: 7, parentId: 0, name: 'Mugs', enabled: true, orderBy: 10 }],
}
const labels = (filters: CatalogueFilters) => filterChips(filters, context).map(({ label }) => label)

describe('the filters in use', () => {
  it('of a field say its values in words, and take it alone away', () => {
    const field = 'outOfStockVisibilityBehaviour' as const
    const filters = { fields: [{ field, values: ['HIDE', 'ALLOW_PREORDER'] }] }
    expect(filterChips(filters, context)).toMatchObject([
      { label: 'When out of stock: Hide it from shoppers or Take pre-orders', without: { fields: undefined } },
    ])
    const range = { field: 'minPurchaseQuantity' as const, from: 2, to: 10 }
    expect(filterChips({ fields: [filters.fields[0]!, range] }, context)).toMatchObject([
      { without: { fields: [range] } },
      { label: 'Minimum purchase quantity from 2 up to 10', without: filters },
    ])
    expect(filterSentence('fields', filters, context)).toContain('When out of stock')
  })

  it('say which categories are gone, once it is known which there are', () => {
    expect(labels({ categoryIds: [9] })).toEqual(['Category: one that is gone'])
    expect(labels({ categoryIds: [0, 9, 7, 8] })).toEqual(['Category: Front page or Mugs or 2 that are gone'])
    const unread = { ...context, profile: null, categories: [] }
    expect(filterChips({ categoryIds: [7] }, unread)).toMatchObject([{ label: 'Category: Category 7' }])
  })

  it('are said as a person would say them', () => {
    expect(
      labels({
        categoryIds: [7],
        includeSubcategories: true,
        priceFrom: 10,
        priceTo: 1250.5,
        enabled: false,
        inStock: true,
        onSale: true,
        changed: true,
      }),
    ).toEqual([
      'Category: Mugs + subcategories',
      'Price from €10,00',
      'Price up to €1.250,50',
      'Hidden',
      'In stock',
      'On sale',
      'Changed here',
    ])
    expect(labels({ pictures: 'withoutAlt' })).toEqual(['Pictures without alt text'])
    expect(labels({ pictures: 'none' })).toEqual(['Without pictures'])
    expect(labels({ categoryIds: [0, 7] })).toEqual(['Category: Front page or Mugs'])
    expect(labels({ createdFrom: startOfDay('2026-05-03'), updatedTo: endOfDay('2026-05-04') })).toEqual([
      'Created from 3 May 2026',
      'Updated until 4 May 2026',
    ])
  })

  it('leave out what is typed in the search box', () => {
    expect(labels({ text: 'mug' })).toEqual([])
    expect(filterSentence('text', { text: 'mug' }, context)).toBe('“mug”')
  })

  it('are taken away one by one, an attribute without the others', () => {
    const filters: CatalogueFilters = {
      categoryIds: [7],
      includeSubcategories: true,
      attributes: [
        { name: 'Brand', values: ['Acme', 'Foo'] },
        { name: 'Size', values: ['M'] },
      ],
    }
    const chips = filterChips(filters, context)
    expect(chips.map(({ label }) => label)).toEqual(['Category: Mugs + subcategories', 'Brand: Acme or Foo', 'Size: M'])
    expect(chips[0]?.without).toEqual({ categoryIds: undefined, includeSubcategories: undefined })
    expect(chips[1]?.without).toEqual({ attributes: [{ name: 'Size', values: ['M'] }] })
  })

  it('say which of them a stronger one puts aside', () => {
    const chips = filterChips({ sku: 'A-1', inStock: true }, context)
    expect(chips.map(({ label, isOverridden }) => [label, isOverridden])).toEqual([
      ['SKU is A-1', false],
      ['In stock', true],
    ])
    const byIds = filterChips({ productIds: [1, 2, 3, 4], sku: 'A-1' }, context)
    expect(byIds.map(({ label, isOverridden }) => [label, isOverridden])).toEqual([
      ['4 product IDs', false],
      ['SKU is A-1', true],
    ])
  })
})

describe('the days of a filter', () => {
  it('belong to the range from their first second to their last', () => {
    expect(endOfDay('2026-05-03') - startOfDay('2026-05-03')).toBe(24 * 3600 - 1)
  })
})
