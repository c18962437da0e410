import { describe, expect, it } from 'vitest'
import { listedFields } from '../../../../../electron/shared/fields/listed-fields'
import { fieldOf } from '../../../../../electron/shared/fields/product-fields'
import { initialSyncStatus, type Category } from '../../../../../electron/shared/store'
import { categoryTree } from '../../../../../renderer/format/category-tree'
import { columnsFor, isCompactAt } from '../../../../../renderer/features/catalogue/grid-columns'
import { rowAfterKey } from '../../../../../renderer/features/catalogue/grid-keys'
import { productIdsIn } from '../../../../../renderer/features/catalogue/product-ids'
import {
  ariaSort,
  effectiveSort,
  nextSort,
  sortedColumn,
  sortLabels,
} from '../../../../../renderer/features/catalogue/product-sorts'
import { isFillingUp, isWorthALine, pullText } from '../../../../../renderer/features/catalogue/pull-text'
import { stockText } from '../../../../../renderer/features/catalogue/stock-text'

describe('the order of the list', () => {
  it('goes up, down and back to none with each click on a title', () => {
    expect(nextSort('name', null)).toBe('NAME_ASC')
    expect(nextSort('name', 'NAME_ASC')).toBe('NAME_DESC')
    expect(nextSort('name', 'NAME_DESC')).toBeNull()
    expect(nextSort('price', 'NAME_DESC')).toBe('PRICE_ASC')
    expect(nextSort('quantity', null)).toBe('STOCK_ASC')
    expect(nextSort('updated', null)).toBe('UPDATED_TIME_DESC')
    expect(nextSort('enabled', 'NAME_ASC')).toBe('NAME_ASC')
  })

  it('is told to screen readers at the one title that sorts', () => {
    expect(ariaSort('price', 'PRICE_DESC')).toBe('descending')
    expect(ariaSort('name', 'PRICE_DESC')).toBe('none')
  })

  it('is chosen from a menu in which each field has its entry’s words', () => {
    const own = listedFields.map((name) => fieldOf(name).column.title)
    const labels = sortLabels.map(({ label }) => label).filter((label) => !own.some((title) => label.startsWith(title)))
    expect(labels).toEqual([
      'Store order',
      'Best match',
      'Name, A to Z',
      'Name, Z to A',
      'SKU, A to Z',
      'SKU, Z to A',
      'Price, lowest first',
      'Price, highest first',
      'Stock, lowest first',
      'Stock, highest first',
      'Newest first',
      'Oldest first',
      'Last updated first',
      'Last updated last',
    ])
  })

  it('is the best match while words are searched, else the owner’s', () => {
    expect(effectiveSort(null, true)).toBe('RELEVANCE')
    expect(effectiveSort(null, false)).toBe('DEFINED_BY_STORE_OWNER')
    expect(effectiveSort('SKU_ASC', true)).toBe('SKU_ASC')
  })
})

describe('moving in the list by keys', () => {
  it('stays within it', () => {
    expect(rowAfterKey('ArrowDown', 99, 100, 10)).toBe(99)
    expect(rowAfterKey('PageUp', 4, 100, 10)).toBe(0)
    expect(rowAfterKey('PageDown', 4, 100, 10)).toBe(13)
    expect(rowAfterKey('End', 0, 100_000, 10)).toBe(99_999)
    expect(rowAfterKey('x', 4, 100, 10)).toBeNull()
    expect(rowAfterKey('ArrowDown', 0, 0, 10)).toBeNull()
  })
})

describe('the columns', () => {
  it('are called, sized and put on the side that the entries of their fields say', () => {
    expect(columnsFor(1000, false, null).map(({ title, width, align }) => [title, width, align])).toEqual([
      ['Picture', 40, 'left'],
      ['Name', 'rest', 'left'],
      ['SKU', 132, 'left'],
      ['Price', 104, 'right'],
      ['Stock', 100, 'right'],
      ['Status', 120, 'left'],
      ['Updated', 104, 'left'],
      ['Actions', 28, 'right'],
    ])
  })

  it('become fewer as the list narrows, and always fit', () => {
    for (let width = 360; width < 1600; width += 10) {
      const columns = columnsFor(width, isCompactAt(width, false), null)
      const fixed = columns.reduce((sum, column) => sum + (column.width === 'rest' ? 0 : column.width) + 12, 12)
      // What remains is the name's.
      expect(width - fixed).toBeGreaterThan(140)
    }
  })

  it('are joined by the one that the list is sorted by', () => {
    for (const field of listedFields.filter((name) => fieldOf(name).sortedBy === 'itself')) {
      const sorted = sortedColumn(`${field}_DESC`)
      expect(columnsFor(700, false, sorted).map(({ key }) => key)).toEqual([
        'picture',
        'name',
        'sku',
        'price',
        'quantity',
        field,
        'actions',
      ])
      expect(nextSort(field, `${field}_DESC`)).toBeNull()
    }
    expect(columnsFor(700, false, sortedColumn('PRICE_ASC'))).toEqual(columnsFor(700, false, null))
    expect(sortedColumn('RELEVANCE')).toBeNull()
  })

  it('put the SKU under the name beside an open product, however wide the list is', () => {
    expect(columnsFor(900, isCompactAt(900, true), null).map(({ key }) => key)).not.toContain('sku')
  })
})

describe('stock in words', () => {
  it('tells unlimited, a number, a low one and none apart', () => {
    expect(stockText({ quantity: null, inStock: true, lowStock: false, variationCount: 0 }).text).toBe('Unlimited')
    expect(stockText({ quantity: 1200, inStock: true, lowStock: false, variationCount: 0 })).toEqual({
      text: '1,200',
      tone: 'plain',
    })
    expect(stockText({ quantity: 2, inStock: true, lowStock: true, variationCount: 0 })).toEqual({
      text: '2',
      tone: 'low',
    })
    expect(stockText({ quantity: 0, inStock: false, lowStock: true, variationCount: 0 })).toEqual({
      text: 'Out of stock',
      tone: 'out',
    })
  })

  it('says of what variations hold that it is the stock of all of them', () => {
    const row = { quantity: 18, inStock: true, lowStock: false, variationCount: 3 }
    expect(stockText(row).text).toBe('18 in all')
  })

  it('does not call a product sold out whose variations are there', () => {
    expect(stockText({ quantity: 0, inStock: true, lowStock: true, variationCount: 0 }).text).toBe('In stock')
  })
})

describe('the category picker', () => {
  const category = (id: number, parentId: number, orderBy: number): Category => {
    return { id, parentId, orderBy, name: `C${id}`, enabled: true }
  }

  it('shows categories below their parents in the owner’s order', () => {
    expect(categoryTree([category(1, 0, 20), category(2, 1, 10), category(3, 0, 10)])).toEqual([
      { value: '3', label: 'C3' },
      { value: '1', label: 'C1', children: [{ value: '2', label: 'C2' }] },
    ])
  })

  it('shows one whose parent is not there at the root', () => {
    expect(categoryTree([category(5, 99, 0)])).toEqual([{ value: '5', label: 'C5' }])
  })
})

describe('pasted product IDs', () => {
  it('are read from any list, each once', () => {
    expect(productIdsIn('12, 13;14\n12\t"15" no-number 0')).toEqual([12, 13, 14, 15])
  })
})

describe('the progress of the first copy', () => {
  const pulling = {
    ...initialSyncStatus,
    phase: 'pulling',
    done: 1200,
    total: 20_000,
    rate: 310.4,
    secondsLeft: 61,
  } as const

  it('says how far, how fast and how long', () => {
    expect(pullText(pulling, 0)).toBe('Bringing in 1,200 of 20,000 products · 310 a second · 1 min left')
    expect(pullText({ ...pulling, rate: null, secondsLeft: null }, 0)).toBe('Bringing in 1,200 of 20,000 products')
    expect(pullText({ ...pulling, phase: 'paused' }, 0)).toBe('Paused at 1,200 of 20,000 products')
    expect(pullText({ ...pulling, waitingUntil: 12_000 }, 0)).toBe(
      '1,200 of 20,000 products · waiting 12 s because the store asked to',
    )
  })

  it('is not shown for a look for news, nor again for what is over in a moment', () => {
    expect([isFillingUp(pulling), isWorthALine(pulling)]).toEqual([true, true])
    const again = { ...pulling, syncedAt: 1 }
    expect([again, { ...again, secondsLeft: 3 }, { ...again, secondsLeft: null }].map(isWorthALine)).toEqual([
      true,
      false,
      false,
    ])
    expect(isWorthALine({ ...again, phase: 'paused', secondsLeft: null })).toBe(true)
    expect(isFillingUp({ ...initialSyncStatus, phase: 'pulling', syncedAt: 1 })).toBe(false)
    expect(isWorthALine({ ...initialSyncStatus, phase: 'pulling', syncedAt: 1 })).toBe(false)
    expect(isFillingUp({ ...initialSyncStatus, phase: 'idle', syncedAt: 1 })).toBe(false)
    expect(isWorthALine({ ...initialSyncStatus, phase: 'idle', syncedAt: 1 })).toBe(false)
  })
})
