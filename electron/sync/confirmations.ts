import type { Ecwid } from '../ecwid/ecwid'
import { pageLimit } from '../ecwid/pages'
import type { StoreProduct } from '../ecwid/store-product'
import { AppError } from '../shared/errors'
import type { After } from './schedule'

/** Long enough to gather products that finish one after another, short enough not to be noticed. */
const gatherMs = 300

type Waiting = { resolve: (product: StoreProduct) => void; reject: (error: unknown) => void }

/**
 * Reads products by id, many in one request: after a picture is uploaded its address has to be read, and a request of its
 * own for each picture would cost half of what the store allows.
 */
export function createConfirmations({ ecwid, after }: { ecwid: Pick<Ecwid, 'getProducts'>; after: After }) {
  let gathered = new Map<number, Waiting[]>()

  async function flush(): Promise<void> {
    const batch = gathered
    gathered = new Map()
    const ids = [...batch.keys()]
    for (let from = 0; from < ids.length; from += pageLimit) {
      const part = ids.slice(from, from + pageLimit)
      try {
        const products = await ecwid.getProducts(part, { priority: 'push' })
        const found = new Map(products.map((product) => [product.product.id, product]))
        for (const id of part) settle(batch.get(id), found.get(id))
      } catch (error) {
        for (const id of part) for (const { reject } of batch.get(id) ?? []) reject(error)
      }
    }
  }

  return {
    /** The product as the store has it now; code 'not-found' when it is gone. */
    read: (ecwidId: number): Promise<StoreProduct> =>
      new Promise((resolve, reject) => {
        if (gathered.size === 0) after(gatherMs, () => void flush())
        gathered.set(ecwidId, [...(gathered.get(ecwidId) ?? []), { resolve, reject }])
      }),
  }
}
export type Confirmations = ReturnType<typeof createConfirmations>

function settle(waiting: Waiting[] = [], product: StoreProduct | undefined): void {
  for (const { resolve, reject } of waiting) {
    if (product) resolve(product)
    else reject(new AppError('not-found', 'The store has no such product any more.'))
  }
}
