import { Status, type StatusTone } from '../../components/Status'
import { useChangesSummary } from '../../stores/changes-store'
import { isShelfEdited, useShelfStore } from '../../stores/shelf-store'

/** How what is on the page stands towards the store. */
export function ShelfState({ readOnlyReason }: { readOnlyReason: string | null }) {
  const edited = useShelfStore(isShelfEdited)
  const state = useShelfStore(({ open }) => open?.detail?.state)
  const isDeleted = useShelfStore(({ open }) => open?.detail?.isDeletedInStore ?? false)
  const isHeld = useChangesSummary()?.holdAll ?? false
  const [tone, text] = wordsOf()
  return (
    <output>
      <Status tone={tone} fz="xs">
        {text}
      </Status>
    </output>
  )

  function wordsOf(): [StatusTone, string] {
    if (readOnlyReason !== null) return ['info', 'Read-only']
    if (edited) return ['warning', 'Unsaved changes']
    if (isDeleted) return ['danger', 'Deleted in the store']
    switch (state) {
      case 'refused':
        return ['danger', 'Refused']
      case 'conflict':
        return ['danger', 'Conflict']
      case 'sending':
        return ['waiting', 'Sending…']
      case 'waiting':
        return ['waiting', isHeld ? 'Held' : 'Waiting to be sent']
      case 'synced':
        return ['success', 'In the store']
      case undefined:
        return ['waiting', 'Opening…']
    }
  }
}
