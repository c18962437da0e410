import type { ProductRow } from '../../electron/shared/product-query'

export const pageSize = 100
/** Pages kept in the window at most; the ones furthest from the view are forgotten first. */
export const pagesKept = 40

/** `revision`: the state of the catalogue the rows were asked at. */
export type CataloguePage = { rows: ProductRow[]; revision: number }
export type CataloguePages = ReadonlyMap<number, CataloguePage>
/** First and last row in view. */
export type RowRange = { first: number; last: number }

/** Pages to ask for, the most needed first: the ones in view, then the neighbours that a short scroll reaches. */
export function pagesWanted(pages: CataloguePages, range: RowRange, total: number, revision: number): number[] {
  const lastPage = Math.max(0, Math.ceil(total / pageSize) - 1)
  const inView = pagesOf(range, lastPage)
  const near = pagesOf({ first: range.first - pageSize / 2, last: range.last + pageSize / 2 }, lastPage)
  const isStale = (index: number) => pages.get(index)?.revision !== revision
  return [
    ...inView.filter(isStale),
    // A neighbour that is there is good enough until it comes into view.
    ...near.filter((index) => !inView.includes(index) && !pages.has(index)),
  ]
}

function pagesOf(range: RowRange, lastPage: number): number[] {
  const first = Math.min(lastPage, Math.max(0, Math.floor(range.first / pageSize)))
  const last = Math.min(lastPage, Math.max(0, Math.floor(range.last / pageSize)))
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
}

/** The pages with one more, without those past the end and those furthest from the view. */
export function withPage(
  pages: CataloguePages,
  index: number,
  page: CataloguePage,
  total: number,
  range: RowRange,
): CataloguePages {
  const middle = (range.first + range.last) / 2 / pageSize
  const kept = [...pages.entries(), [index, page] as const]
    .filter(([at]) => at === 0 || at * pageSize < total)
    .sort(([a], [b]) => Math.abs(a + 0.5 - middle) - Math.abs(b + 0.5 - middle))
  const next = new Map(kept)
  for (const at of [...next.keys()].slice(pagesKept)) next.delete(at)
  return next
}

export function rowAt(pages: CataloguePages, index: number): ProductRow | undefined {
  return pages.get(Math.floor(index / pageSize))?.rows[index % pageSize]
}

/** Where a product stands among the rows that are here; -1 when it is not. */
export function indexOfProduct(pages: CataloguePages, productId: number): number {
  for (const [at, page] of pages) {
    const within = page.rows.findIndex((row) => row.id === productId)
    if (within >= 0) return at * pageSize + within
  }
  return -1
}
