import { useEffect, useState } from 'react'
import type { AltSelection } from '../../../electron/shared/alt-text'
import type { ErrorInfo } from '../../../electron/shared/errors'
import type { ProductQuery } from '../../../electron/shared/product-query'
import { call, problemOf } from '../../bridge'
import { noteAltSelection, useAltTextsStore } from '../../stores/alt-texts-store'

/** The pictures as they are found when the list is opened; both null until then. */
export function useAltSelection(
  connectionId: string,
  query: ProductQuery,
): { selection: AltSelection | null; problem: ErrorInfo | null } {
  const selection = useAltTextsStore((state) => state.selection)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  useEffect(() => {
    let here = true
    call('altTexts.select', { connectionId, query }).then(
      (found) => here && noteAltSelection(found),
      (error: unknown) => here && setProblem(problemOf(error)),
    )
    return () => {
      here = false
    }
  }, [connectionId, query])
  return { selection, problem }
}
