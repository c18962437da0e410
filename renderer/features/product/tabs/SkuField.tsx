import { Anchor } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { ProductRow } from '../../../../electron/shared/product-query'
import { call } from '../../../bridge'
import { useProductStore } from '../../../stores/product-store'
import { showProduct } from '../../../stores/view-store'
import { FormField } from '../fields/FormField'
import { useProductField } from '../fields/use-product-field'
import { useFormState } from '../form-state'
import classes from '../fields/fields.module.css'

/** Says at once, also without a network, when another product has the SKU. */
export function SkuField() {
  const { value } = useProductField('sku')
  const owner = useSkuOwner(value)
  const { profile } = useFormState()
  return (
    <div>
      <FormField
        field="sku"
        placeholder="Ecwid assigns one"
        hint={value === '' ? 'Leave it blank and Ecwid assigns one.' : undefined}
      />
      {owner && (
        <output className={classes.note} data-tone="warning">
          <span>
            {owner.name || 'Another product'} has this SKU
            {profile?.allowsDuplicateSku ? '' : '; the store will refuse it'}.
          </span>
          <Anchor component="button" type="button" fz="xs" onClick={() => showProduct(owner.id)}>
            Show it
          </Anchor>
        </output>
      )}
    </div>
  )
}

function useSkuOwner(sku: string): ProductRow | null {
  const connectionId = useProductStore(({ open }) => open?.connectionId)
  const target = useProductStore(({ open }) => open?.target)
  const [asked] = useDebouncedValue(sku.trim(), 150)
  const [found, setFound] = useState<{ sku: string; row: ProductRow | null } | null>(null)
  useEffect(() => {
    if (!connectionId || asked === '') return
    let isCurrent = true
    const exceptProductId = typeof target === 'number' ? target : null
    call('catalogue.skuOwner', { connectionId, sku: asked, exceptProductId })
      .then((row) => isCurrent && setFound({ sku: asked, row }))
      // The store checks again when the product is sent.
      .catch(() => {})
    return () => {
      isCurrent = false
    }
  }, [connectionId, target, asked])
  return found?.sku === sku.trim() ? found.row : null
}
