import type { Catalogue } from '../catalogue/catalogue'
import type { Operation } from '../shared/change'
import { formatNumber } from '../shared/numbers/numbers'
import { isLeft, readAsked } from './applies-under-way'

/** What was asked for in long lists and is not made yet; null: this version cannot read it. Without what stands still, whose asker was told. */
export function askedAndNotMade({ applies }: Pick<Catalogue, 'applies'>): (Operation | null)[] {
  return applies.all().flatMap(({ asked, endedAt, ...standing }) => {
    return endedAt === null ? readAsked(asked).operations.filter((_, at) => isLeft(standing, at)) : []
  })
}

/** What such an operation is about, as its owner calls it. */
export function namedIn(catalogue: Catalogue, operation: Operation | null): string {
  if (operation === null) return 'Something that this version cannot read'
  if (operation.kind === 'create') return operation.fields.name ?? 'A new product'
  if (operation.kind === 'category.create') return operation.name
  if (!('productId' in operation)) return 'A category'
  const row = operation.productId === null ? undefined : catalogue.products.row(operation.productId)
  return row?.name ?? 'A new product'
}

/** Said when the store is opened: what an update of the program left that it cannot make. */
export function unreadNotice(catalogue: Catalogue): string | null {
  const unread = askedAndNotMade(catalogue).filter((operation) => operation === null).length
  if (unread === 0) return null
  const what =
    unread === 1
      ? 'One change that was saved right before an update of Stockroom cannot be read by it and was not made.'
      : `${formatNumber(unread)} changes that were saved right before an update of Stockroom cannot be read by it and were not made.`
  return `${what} Everything else of them is made. Look at what you saved last, and save again what is missing.`
}
