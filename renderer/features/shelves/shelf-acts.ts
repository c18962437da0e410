import type { Operation } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import type { WantedLabel } from '../../../electron/shared/set-label'
import { call, problemOf } from '../../bridge'
import { aboutSet, offerUndo } from '../../components/offer-undo'
import { undoChangeSet } from '../../stores/product-actions'
import { useViewStore } from '../../stores/view-store'

type Asked = { label: WantedLabel; operation: Operation; from?: 'form' | 'list' }

/** Writes one change set about a category or product type. Answers with what it made; throws why not. */
export async function applyToShelf({ label, operation, from = 'list' }: Asked) {
  const { connectionId } = useViewStore.getState()
  if (connectionId === null) return null
  const asked = { connectionId, source: from, label, operations: [operation] }
  const { changeSetId, productIds } = await call('changes.apply', asked)
  return changeSetId === null ? null : { connectionId, changeSetId, made: productIds[0] }
}

/** The same, told with the way back. Answers with why not. */
export async function doToShelf(asked: Asked, message: string): Promise<ErrorInfo | null> {
  try {
    const done = await applyToShelf(asked)
    if (!done) return null
    const { changeSetId } = done
    offerUndo({
      message,
      about: aboutSet(changeSetId),
      undo: () => undoChangeSet(done.connectionId, changeSetId),
    })
    return null
  } catch (error) {
    return problemOf(error)
  }
}

/** Its key, or why not. */
export async function createShelf(asked: Asked): Promise<ErrorInfo | { made: number }> {
  try {
    return { made: (await applyToShelf(asked))?.made ?? 0 }
  } catch (error) {
    return problemOf(error)
  }
}
