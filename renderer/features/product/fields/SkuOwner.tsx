import type { ProductRow } from '../../../../electron/shared/product-query'
import { useFormState } from '../form-state'
import { nameOf, OwnerNote } from './OwnerNote'

/** Which other product has an SKU that is typed, itself or in a variation. Null: nobody asks. */
export function SkuOwner({ sku }: { sku: string | null }) {
  const { profile } = useFormState()
  const isRefused = !profile?.allowsDuplicateSku
  const sentence = (owner: ProductRow) =>
    `${whose(owner, sku ?? '')} has this SKU${isRefused ? '; the store will refuse it' : ''}.`
  return <OwnerNote of="sku" text={sku} {...{ isRefused, sentence }} />
}

/** A SKU may be that of a variation. */
function whose(owner: ProductRow, sku: string): string {
  const isItsOwn = owner.sku.trim().toLowerCase() === sku.trim().toLowerCase()
  return isItsOwn ? nameOf(owner) : `A variation of ${nameOf(owner)}`
}
