import { TextInput } from '@mantine/core'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'

export function SkuFilter() {
  const sku = useCatalogueStore((state) => state.filters.sku)
  return (
    <TextInput
      label="SKU"
      description="The exact SKU of a product or variation. The other filters are not used with it."
      value={sku ?? ''}
      onChange={({ currentTarget }) => setFilters({ sku: currentTarget.value.trim() || undefined })}
    />
  )
}
