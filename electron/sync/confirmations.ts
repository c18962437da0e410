import type { Ecwid } from '../ecwid/ecwid'
import { pageLimit } from '../ecwid/pages'
import type { StoreProduct } from '../ecwid/store-product'
import type { After } from './schedule'

/** Long enough to gather products that finish one after another, short enough not to be noticed. */
const gatherMs = 100
/** As long as uploads go on, their pictures can wait for each other: each question is one upload less. */
const longestGatherMs = 10_000

type Waiting = { resolve: (product: StoreProduct) => void; reject: (error: unknown) => void }
type Parts = {
  ecwid: Pick<Ecwid, 'getProduct' | 'getProducts'>
  after: After
  now: () => number
  /** More products are about to ask. */
  isBusy: () => boolean
}

/**
 * Reads products by id, many in one request: after a picture is uploaded its address has to be read, and a request of its
 * own for each picture would cost half of what the store allows.
 */
export function createConfirmations({ ecwid, after, now, isBusy }: Parts) {
  let gathered = new Map<number, Waiting[]>()
  let since = 0
  let cancelTimer = () => {}

  function look(): void {
    if (isBusy() && gathered.size < pageLimit && Math.abs(now() - since) < longestGatherMs)
      cancelTimer = after(gatherMs, look)
    else void flush()
  }

  async function flush(): Promise<void> {
    cancelTimer()
    const batch = gathered
    gathered = new Map()
    const ids = [...batch.keys()]
    for (let from = 0; from < ids.length; from += pageLimit) {
      const part = ids.slice(from, from + pageLimit)
      try {
        const { items } = await ecwid.getProducts(part, { priority: 'push' })
        const found = new Map(items.map((item) => [item.product.id, item]))
        for (const id of part) {
          // Only its own answer proves that a product is gone.
          settle(batch.get(id), found.get(id) ?? ecwid.getProduct(id))
          // Each is written down by whoever waits for it: everything else has its turn in between.
          await new Promise((resolve) => setImmediate(resolve))
        }
      } catch (error) {
        for (const id of part) for (const { reject } of batch.get(id) ?? []) reject(error)
      }
    }
  }

  return {
    /** The product as the store has it now; code 'not-found' when it is gone. */
    read: (ecwidId: number): Promise<StoreProduct> =>
      new Promise((resolve, reject) => {
        if (gathered.size === 0) {
          since = now()
          cancelTimer = after(gatherMs, look)
        }
        gathered.set(ecwidId, [...(gathered.get(ecwidId) ?? []), { resolve, reject }])
      }),
    /** Somebody waits for this product: it is read at once, with all that were gathered. Without an id: whichever it is. */
    hurry(ecwidId?: number): void {
      if (ecwidId === undefined ? gathered.size > 0 : gathered.has(ecwidId)) void flush()
    },
  }
}
export type Confirmations = ReturnType<typeof createConfirmations>

function settle(waiting: Waiting[] = [], product: StoreProduct | Promise<StoreProduct>): void {
  void Promise.resolve(product).then(
    (it) => waiting.forEach(({ resolve }) => resolve(it)),
    (error: unknown) => waiting.forEach(({ reject }) => reject(error)),
  )
}
