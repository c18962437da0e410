import { useState } from 'react'
import type { Proposal } from '../../../electron/shared/proposal'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { Question } from '../../overlays/Question'
import { useBulkStore } from '../../stores/bulk-store'
import { titleOf } from './bulk-words'

/** Before a newer action takes the place of a review. */
export function DiscardQuestion() {
  const question = useBulkStore((state) => state.question)
  // The dialog fades out with what it showed.
  const [last, setLast] = useState(question)
  if (question && question !== last) setLast(question)
  const refuse = () => question?.answer(false)
  return (
    <Question
      opened={question !== null}
      title="Discard the other review?"
      // Above the dialog that asks for the newer one.
      zIndex={400}
      no="Keep it"
      onNo={refuse}
      yes={{ label: 'Discard it', act: () => question?.answer(true) }}
    >
      {last && sentenceOf(last)}
    </Question>
  )
}

function sentenceOf({ proposal }: { proposal: Proposal }): string {
  const left = proposal.out > 0 ? `, and you left out ${formatNumber(proposal.out)} of its edits` : ''
  return `“${titleOf(proposal)}” is still to be reviewed${left}. Only one review is open at a time. Nothing of it was written.`
}
