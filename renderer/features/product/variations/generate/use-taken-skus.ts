import { useRef, useState } from 'react'
import { call } from '../../../../bridge'
import { openedProduct, useProductStore } from '../../../../stores/product-store'
import { ownNow, type Variation } from '../../../../stores/variation-edits'

/** The SKUs that are given already: of the product, of its variations, and of those that were looked for in the whole store. */
export function useTakenSkus(variations: readonly Variation[]) {
  const [elsewhere, noteElsewhere] = useState<ReadonlySet<string>>(new Set())
  const looked = useRef(new Set<string>())
  const edits = useProductStore(({ open }) => open?.edits.variations)
  const own = variations.flatMap(({ id, own: has }) => ownNow(edits?.[id], has, 'sku') ?? [])
  const taken = new Set([...own.map(String), ...elsewhere].map((sku) => sku.trim().toLowerCase()))
  return {
    isTaken: (sku: string): boolean => taken.has(sku.trim().toLowerCase()),
    /** Each is looked for once. */
    lookFor: (skus: readonly string[]): void => {
      const open = openedProduct()
      const fresh = skus.filter((sku) => sku !== '' && !looked.current.has(sku))
      if (!open || fresh.length === 0) return
      for (const sku of fresh) looked.current.add(sku)
      const exceptProductId = typeof open.target === 'number' ? open.target : null
      call('catalogue.takenSkus', { connectionId: open.connectionId, skus: fresh, exceptProductId })
        .then((found) => found.length > 0 && noteElsewhere((now) => new Set([...now, ...found])))
        // The store checks again when they are sent.
        .catch(() => {})
    },
  }
}
