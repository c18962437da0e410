import { describe, expect, it } from 'vitest'
import type { ProductRow } from '../../../../electron/shared/product-query'
import {
  indexOfProduct,
  pageSize,
  pagesKept,
  pagesWanted,
  rowAt,
  withPage,
  type CataloguePages,
} from '../../../../renderer/stores/catalogue-pages'

const page = (revision: number, ids: number[] = []) => ({ revision, rows: ids.map((id) => ({ id }) as ProductRow) })
const inView = (first: number, last = first + 15) => ({ first, last })

describe('the pages to ask for', () => {
  it('are the ones in view first, then the neighbour that a short scroll reaches', () => {
    expect(pagesWanted(new Map(), inView(110), 10_000, 1)).toEqual([1, 0])
    expect(pagesWanted(new Map(), inView(195), 10_000, 1)).toEqual([1, 2])
    expect(pagesWanted(new Map(), inView(250, 260), 10_000, 1)).toEqual([2, 3])
  })

  it('end where the list ends', () => {
    expect(pagesWanted(new Map(), inView(140, 155), 156, 1)).toEqual([1, 0])
    expect(pagesWanted(new Map(), inView(0), 0, 1)).toEqual([0])
  })

  it('leave out what is already here, unless it is in view and of an older revision', () => {
    const pages: CataloguePages = new Map([
      [0, page(1)],
      [1, page(1)],
    ])
    expect(pagesWanted(pages, inView(60), 10_000, 1)).toEqual([])
    expect(pagesWanted(pages, inView(60), 10_000, 2)).toEqual([0])
  })
})

describe('the pages kept', () => {
  it('are the nearest to the view', () => {
    let pages: CataloguePages = new Map()
    for (let index = 0; index < 100; index++) {
      const first = index * pageSize
      pages = withPage(pages, index, page(1), 10_000, { first, last: first + 15 })
    }
    expect(pages.size).toBe(pagesKept)
    expect(pages.has(99)).toBe(true)
    expect(pages.has(0)).toBe(false)
  })

  it('end with the list', () => {
    const before: CataloguePages = new Map([
      [0, page(1)],
      [2, page(1)],
    ])
    expect([...withPage(before, 1, page(2), 150, inView(0)).keys()].sort()).toEqual([0, 1])
  })

  it('know which product stands where', () => {
    const pages: CataloguePages = new Map([[3, page(1, [7, 8, 9])]])
    expect(rowAt(pages, 301)?.id).toBe(8)
    expect(rowAt(pages, 1)).toBeUndefined()
    expect(indexOfProduct(pages, 9)).toBe(302)
    expect(indexOfProduct(pages, 10)).toBe(-1)
  })
})
