import { useEffect, useState } from 'react'
import type { AltSelection } from '../../../electron/shared/alt-text'
import type { ErrorInfo } from '../../../electron/shared/errors'
import type { ProductQuery } from '../../../electron/shared/product-query'
import { call, problemOf } from '../../bridge'

type Answer = { selection: AltSelection | null; problem: ErrorInfo | null }

/** The pictures as they are found when the list is opened; both null until then. */
export function useAltSelection(connectionId: string, query: ProductQuery): Answer {
  const [answer, setAnswer] = useState<Answer>({ selection: null, problem: null })
  useEffect(() => {
    let here = true
    call('altTexts.select', { connectionId, query }).then(
      (selection) => here && setAnswer({ selection, problem: null }),
      (error: unknown) => here && setAnswer({ selection: null, problem: problemOf(error) }),
    )
    return () => {
      here = false
    }
  }, [connectionId, query])
  return answer
}
