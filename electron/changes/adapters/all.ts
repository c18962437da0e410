import type { Act, List } from '../../shared/change-address'
import type { ChangeRecord, Deed } from '../../shared/change-record'
import type { RemoteProduct } from '../../shared/remote-product'
import type { Adapter } from './adapter'
import { filesAdapter } from './files'
import { picturesAdapter } from './pictures'
import { productAdapter } from './product'
import { variationsAdapter } from './variations'
import { videosAdapter } from './videos'

const lists: Record<List, Adapter> = {
  pictures: picturesAdapter,
  files: filesAdapter,
  videos: videosAdapter,
  variations: variationsAdapter,
}
const adapters: [List | null, Adapter][] = [[null, productAdapter], ...(Object.entries(lists) as [List, Adapter][])]

export const adapterOf = ({ list }: Pick<Act, 'list'>): Adapter => (list === null ? productAdapter : lists[list])

/** A product with its open changes laid over it, oldest first. */
export function laidOver(product: RemoteProduct, open: readonly ChangeRecord[]): RemoteProduct {
  return adapters.reduce((shown, [list, adapter]) => {
    const changes = open.filter((change) => change.list === list)
    return changes.length > 0 ? adapter.laidOver(shown, changes, open) : shown
  }, product)
}

/** Change -> the earlier one of its thing's that it cannot go before. */
export const waitingIn = (open: readonly ChangeRecord[]): Map<number, number> =>
  new Map(
    adapters.flatMap(([list, adapter]) => [
      ...adapter.waiting(
        open.filter((change) => change.list === list),
        open,
      ),
    ]),
  )

/** What differs between two states of a product. */
export const differencesOf = (before: RemoteProduct, after: RemoteProduct): Deed[] =>
  adapters.flatMap(([, adapter]) => adapter.differences(before, after))
