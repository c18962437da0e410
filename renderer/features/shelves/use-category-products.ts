import { useEffect, useState } from 'react'
import type { ProductRow } from '../../../electron/shared/product-query'
import { call } from '../../bridge'
import { createOverlappingReads } from '../../stores/overlapping-reads'
import { shareEqual } from '../../stores/share-equal'
import { useCatalogueRevisionStore } from '../../stores/catalogue-revision-store'
import { productsOf } from './category-walk'

/** Nobody drags through thousands. */
const shownAtMost = 500

type Found = { total: number; rows: readonly ProductRow[] }

/** The products right in a category, in its owner's order. */
export function useCategoryProducts(connectionId: string, id: number): Found | null {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let isHere = true
    const reads = createOverlappingReads()
    const read = async () => {
      const own = reads.begin()
      const query = productsOf(id)
      const page = await call('catalogue.search', { connectionId, query, offset: 0, limit: shownAtMost }).catch(
        () => null,
      )
      if (page && isHere && own.isNews()) setFound((before) => shareEqual(before, page))
    }
    void read()
    const stop = useCatalogueRevisionStore.subscribe(({ byConnection }, before) => {
      if (byConnection[connectionId] !== before.byConnection[connectionId]) void read()
    })
    return () => {
      isHere = false
      stop()
    }
  }, [connectionId, id])

  return found
}
