import { useShallow } from 'zustand/react/shallow'
import type { ChangesSummary } from '../../../electron/shared/change'
import { useChangesSummary } from '../../stores/changes-store'
import { isEdited } from '../../stores/product-edits'
import { useProductStore, type OpenProduct } from '../../stores/product-store'
import classes from './product.module.css'

type State = { tone: 'good' | 'busy' | 'edited' | 'danger' | 'plain'; text: string; why?: string }

/** How the product on screen stands towards the store. */
export function StatePill({ readOnlyReason }: { readOnlyReason: string | null }) {
  const summary = useChangesSummary()
  const state = useProductStore(useShallow(({ open }) => open && stateOf(open, summary)))
  if (!state) return null
  const { tone, text, why }: State = readOnlyReason ? { tone: 'plain', text: 'Read-only', why: readOnlyReason } : state
  return (
    <output className={classes.pill} data-tone={tone} title={why ?? text}>
      <span className={classes.pillText}>{text}</span>
    </output>
  )
}

function stateOf({ target, detail, edits, saving }: OpenProduct, summary: ChangesSummary | null): State {
  if (saving) return { tone: 'busy', text: 'Saving…' }
  if (target === 'new' || !detail) {
    return isEdited(edits) ? { tone: 'edited', text: 'Not created yet' } : { tone: 'plain', text: 'New' }
  }
  if (isEdited(edits)) return { tone: 'edited', text: 'Unsaved changes', why: 'Kept on this computer until you save' }
  if (detail.isDeletedInStore) return { tone: 'danger', text: 'Deleted in the store' }
  const [problem] = detail.problems
  switch (detail.state) {
    case 'refused':
      return { tone: 'danger', text: problem ? `Refused: ${problem.message}` : 'Refused' }
    case 'conflict':
      return { tone: 'danger', text: 'Conflict', why: 'Changed here and in the store: choose at the marked fields' }
    case 'sending':
      return { tone: 'busy', text: 'Sending…' }
    case 'waiting':
      if (summary?.holdAll) return { tone: 'plain', text: 'Held', why: 'Saved on this computer; all sending is held' }
      return { tone: 'busy', text: 'Waiting to be sent', why: summary?.blockedBy?.message ?? 'Saved on this computer' }
    case 'synced':
      return { tone: 'good', text: 'In the store', why: 'Saved, and the store has it' }
  }
}
