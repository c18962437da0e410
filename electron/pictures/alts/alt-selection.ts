import type { Catalogue } from '../../catalogue/catalogue'
import { imagesOf } from '../../changes/pictures'
import { currentProduct } from '../../changes/reindex'
import type { AltScope, AltSelection } from '../../shared/alt-text'
import type { ProductQuery } from '../../shared/product-query'
import type { createPacer } from '../../changes/pacer'
import type { DescribedProduct } from './next-alts'

type Pace = ReturnType<typeof createPacer>
type Counted = { id: number; pictures: number; missing: number }
export type Selection = ReturnType<typeof createAltSelection> extends Promise<infer T> ? T : never

const countedAtOnce = 1000

/** The products a query finds that have pictures, kept as they were found: rows stay where they are while texts change. */
export async function createAltSelection(catalogue: Catalogue, id: number, query: ProductQuery, pace: Pace) {
  const found = catalogue.searchIds(query)
  const products: Counted[] = []
  for (let from = 0; from < found.length; from += countedAtOnce) {
    products.push(...catalogue.products.pictureCounts(found.slice(from, from + countedAtOnce)))
    await pace()
  }
  const sum = (count: (product: Counted) => number) => products.reduce((total, product) => total + count(product), 0)
  const facts: Omit<AltSelection, 'typed'> = {
    id,
    products: products.length,
    pictures: sum(({ pictures }) => pictures),
    missing: sum(({ missing }) => missing),
  }
  const described: DescribedProduct[] = []
  const ends = new Map<AltScope, Int32Array>()

  /** Row number after the last one of each product. */
  function endsOf(scope: AltScope): Int32Array {
    const known = ends.get(scope)
    if (known) return known
    let end = 0
    const counted = Int32Array.from(products, ({ pictures, missing }) => (end += scope === 'all' ? pictures : missing))
    ends.set(scope, counted)
    return counted
  }

  return {
    facts,
    /** In the order of the list. */
    ids: (): number[] => products.map((product) => product.id),
    idSet: new Set(products.map((product) => product.id)) as ReadonlySet<number>,
    /** The products of a stretch of rows; `first`: number of the first row of the first of them. */
    around(scope: AltScope, offset: number, limit: number): { first: number; products: Counted[] } {
      const rows = endsOf(scope)
      const start = firstAbove(rows, offset)
      let stop = start
      while (stop < products.length && (stop === 0 ? 0 : (rows[stop - 1] ?? 0)) < offset + limit) stop += 1
      return { first: start === 0 ? 0 : (rows[start - 1] ?? 0), products: products.slice(start, stop) }
    },
    /** Each product with its alt texts; read once, so that the next letter of a pattern waits for no disk. */
    async *described(pace: Pace): AsyncGenerator<{ id: number; product: DescribedProduct }> {
      for (const [at, { id: productId }] of products.entries()) {
        described[at] ??= describe(catalogue, productId)
        yield { id: productId, product: described[at] }
        await pace()
      }
    },
  }
}

function describe(catalogue: Catalogue, productId: number): DescribedProduct {
  const current = currentProduct(catalogue, productId) ?? { id: 0 }
  const alts = imagesOf(current).map(({ alt }) => alt?.main ?? '')
  return { name: current.name ?? '', sku: current.sku ?? '', alts }
}

/** Place of the first number above `wanted`; the numbers never fall. */
function firstAbove(sorted: Int32Array, wanted: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) > wanted) high = middle
    else low = middle + 1
  }
  return low
}
