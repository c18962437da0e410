import { useEffect, useState } from 'react'
import type { AltTally, AltWish } from '../../../electron/shared/alt-text'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { call, problemOf } from '../../bridge'
import { tellAlts, type AltEdits } from '../../stores/alt-texts-store'

const restMs = 250

type Answer = { tally: AltTally | null; problem: ErrorInfo | null; isCounting: boolean }

/** What would be written, counted anew once the typing rests for a moment. */
export function useAltTally(connectionId: string, { selectionId, scope, pattern }: AltWish, edits: AltEdits): Answer {
  const question = `${selectionId} ${scope} ${pattern}`
  const [answer, setAnswer] = useState<{ question: string; edits: AltEdits } & Omit<Answer, 'isCounting'>>()
  useEffect(() => {
    let here = true
    const timer = setTimeout(() => {
      const { typed, heard } = tellAlts(edits)
      call('altTexts.tally', { connectionId, selectionId, scope, pattern, typed }).then(
        (tally) => {
          heard()
          if (!here) return
          setAnswer({ question, edits, tally, problem: null })
        },
        (error: unknown) => {
          const problem = problemOf(error)
          if (here && problem.code !== 'cancelled') setAnswer({ question, edits, tally: null, problem })
        },
      )
    }, restMs)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [connectionId, selectionId, scope, pattern, question, edits])
  const isCounting = answer?.question !== question || answer.edits !== edits
  return { tally: answer?.tally ?? null, problem: answer?.problem ?? null, isCounting }
}
