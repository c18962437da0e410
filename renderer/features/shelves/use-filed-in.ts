import { useEffect, useState } from 'react'
import { call } from '../../bridge'
import { useCatalogueRevisionStore } from '../../stores/catalogue-revision-store'
import { useViewStore } from '../../stores/view-store'

/** How many products are right in one or more of these categories, each counted once; null: not counted yet. */
export function useFiledIn(categoryIds: readonly number[]): number | null {
  const connectionId = useViewStore((view) => view.connectionId)
  const news = useCatalogueRevisionStore(({ byConnection }) => connectionId && byConnection[connectionId])
  const [counted, setCounted] = useState<{ of: string; total: number } | null>(null)
  const of = JSON.stringify(categoryIds)
  useEffect(() => {
    if (!connectionId) return
    let isAsked = true
    const query = { categoryIds: JSON.parse(of) as number[] }
    call('catalogue.search', { connectionId, query, offset: 0, limit: 1 }).then(
      ({ total }) => isAsked && setCounted({ of, total }),
      // Nothing is said of how many then.
      () => {},
    )
    return () => {
      isAsked = false
    }
  }, [connectionId, of, news])
  return counted?.of === of ? counted.total : null
}
