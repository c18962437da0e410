import { FormField } from '../fields/FormField'
import { SkuOwner } from '../fields/SkuOwner'
import { useProductField, useTyped } from '../fields/use-product-field'

/** Says at once, also without a network, when another product has the SKU. */
export function SkuField() {
  const { value } = useProductField('sku')
  return (
    <div>
      <FormField
        field="sku"
        placeholder="Ecwid assigns one"
        hint={value === '' ? 'Leave it blank and Ecwid assigns one.' : undefined}
      />
      <SkuOwner sku={useTyped('sku')} />
    </div>
  )
}
