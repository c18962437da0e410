import type { ChangeRecord } from '../shared/change-record'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { withOwnPicture } from './own-picture'

type Change = Pick<ChangeRecord, 'id' | 'key' | 'before' | 'after' | 'token'>

export const variationOfChange = (product: RemoteProduct, { key }: Pick<ChangeRecord, 'key'>) =>
  product.combinations?.find(({ id }) => String(id) === key)

/** "Red, L"; its SKU where the options say nothing. */
export function variationLabel({ options, sku }: RemoteVariation): string {
  const values = (options ?? []).map(({ value }) => value).filter((value) => value !== '')
  return values.join(', ') || (sku ?? '')
}

/** A product with waiting changes of its variations' pictures laid over it. */
export function withVariationPictures(product: RemoteProduct, changes: readonly Change[]): RemoteProduct {
  const byVariation = new Map<string | null, Change[]>()
  for (const change of changes) {
    const others = byVariation.get(change.key)
    if (others) others.push(change)
    else byVariation.set(change.key, [change])
  }
  const combinations = product.combinations?.map((variation) =>
    (byVariation.get(String(variation.id)) ?? []).reduce(
      (shown, change) => withOwnPicture(shown, change, product.storeLanguages),
      variation,
    ),
  )
  return { ...product, combinations }
}
