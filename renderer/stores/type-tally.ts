import { useEffect, useState } from 'react'
import type { TypeTally } from '../../electron/shared/shelf'
import { call } from '../bridge'

/** Counted anew whenever it is shown; null until then. */
export function useTypeTally(connectionId: string, id: number): TypeTally | null {
  const [tally, setTally] = useState<TypeTally | null>(null)
  useEffect(() => {
    let isHere = true
    void call('catalogue.typeTally', { connectionId, id })
      .catch(() => null)
      .then((found) => isHere && setTally(found))
    return () => {
      isHere = false
    }
  }, [connectionId, id])
  return tally
}
