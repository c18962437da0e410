import { Button } from '@mantine/core'
import type { RowsWanted } from '../../../electron/shared/import'
import type { Proposal } from '../../../electron/shared/proposal'
import { tellSavedRows } from '../../components/tell-saved-rows'
import { RowsMenu } from '../../overlays/RowsMenu'
import { saveRows } from '../../stores/imports-store'
import { titleOf } from './bulk-words'
import { saveCsv } from './review-actions'

/** The edits as a file; of a table that is imported its rows too. */
export function SaveReview({ proposal, label }: { proposal: Proposal; label: string }) {
  const { connectionId, id: proposalId, action, state } = proposal
  const saveEdits = () => saveCsv(proposal, titleOf(proposal))
  if (action.kind !== 'import') {
    return (
      <Button variant="subtle" onClick={() => void saveEdits()}>
        {label}
      </Button>
    )
  }
  const rows = (wanted: RowsWanted) => () => tellSavedRows(saveRows(connectionId, { proposalId }, wanted))
  const edits = { label: 'Each edit as CSV', onSave: saveEdits }
  const ways =
    state === 'ready'
      ? [edits, { label: 'The rows that were left out…', onSave: rows('unread') }]
      : [
          { label: 'All rows with their result…', onSave: rows('all') },
          { label: 'Only the rows that failed…', onSave: rows('failed') },
          edits,
        ]
  return <RowsMenu variant="subtle" label={state === 'ready' ? 'Export' : 'Results'} ways={ways} />
}
