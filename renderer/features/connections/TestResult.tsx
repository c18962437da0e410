import { Status } from '../../components/Status'
import { foundSentence, type TestOutcome } from './connection-test'

/** Always in the page, so that a screen reader hears the answer when it comes. */
export function TestResult({ outcome }: { outcome: TestOutcome | null }) {
  return (
    <div aria-live="polite">
      {outcome?.ok && <Status tone="success">{foundSentence(outcome.found)}</Status>}
      {outcome && !outcome.ok && <Status tone="danger">{outcome.problem.message}</Status>}
    </div>
  )
}
