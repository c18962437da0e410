import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import { productIdsIn } from './product-ids'

export function ProductIdsFilter() {
  const ids = useCatalogueStore((state) => state.filters.productIds)
  const [typed, setTyped] = useState<string | null>(null)

  const onChange = (text: string) => {
    setTyped(text)
    const found = productIdsIn(text)
    setFilters({ productIds: found.length > 0 ? found : undefined })
  }
  return (
    <Textarea
      label="Product IDs"
      description="Paste a list of Ecwid product IDs. No other filter is used with it."
      autosize
      minRows={1}
      maxRows={4}
      value={typed ?? (ids ?? []).join(', ')}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
    />
  )
}
