import type { Catalogue } from '../catalogue/catalogue'
import { attributesGone } from '../changes/lost-along'
import { createPacer } from '../changes/pacer'
import { isDelete } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { idsInOrder } from '../shared/fields/product-order'
import type { RemoteShelf } from '../shared/remote-shelf'

/** Some milliseconds’ worth. */
const lookedAtOnce = 500

/** Local ids of the products that may lose something by these changes of `shelf`. Looks at every product where none is listed. */
export async function productsLosing(
  catalogue: Catalogue,
  changes: readonly ChangeRecord[],
  shelf: RemoteShelf,
): Promise<number[]> {
  if (changes.some(({ thing }) => thing === 'category')) {
    return idsInOrder(shelf['productIds']).flatMap((id) => catalogue.products.findByEcwidId(id) ?? [])
  }
  const gone = changes.flatMap((change) => [...attributesGone(change)].map(Number))
  const isGoing = changes.some(isDelete)
  if (gone.length === 0 && !isGoing) return []
  const pace = createPacer()
  const ids = catalogue.products.idsAfter(0)
  const found: number[] = []
  for (let from = 0; from < ids.length; from += lookedAtOnce) {
    found.push(
      ...catalogue.products.ofTypeOrWith(ids.slice(from, from + lookedAtOnce), isGoing ? shelf.id : null, gone),
    )
    await pace()
  }
  return found
}
