import { FormField } from '../fields/FormField'
import { nameOf, OwnerNote } from '../fields/OwnerNote'
import { useProductField, useTyped } from '../fields/use-product-field'
import { useFormState } from '../form-state'

/** Says at once, also without a network, when another product has the SKU. */
export function SkuField() {
  const { value } = useProductField('sku')
  const { profile } = useFormState()
  const isRefused = !profile?.allowsDuplicateSku
  return (
    <div>
      <FormField
        field="sku"
        placeholder="Ecwid assigns one"
        hint={value === '' ? 'Leave it blank and Ecwid assigns one.' : undefined}
      />
      <OwnerNote
        of="sku"
        text={useTyped('sku')}
        isRefused={isRefused}
        sentence={(owner) => `${whose(owner, value)} has this SKU${isRefused ? '; the store will refuse it' : ''}.`}
      />
    </div>
  )
}

/** A SKU may be that of a variation. */
function whose(owner: Parameters<typeof nameOf>[0], sku: string): string {
  const isItsOwn = owner.sku.trim().toLowerCase() === sku.trim().toLowerCase()
  return isItsOwn ? nameOf(owner) : `A variation of ${nameOf(owner)}`
}
