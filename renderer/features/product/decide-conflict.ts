import { call, problemOf } from '../../bridge'
import { offerUndo } from '../../components/offer-undo'
import { resolveChange } from '../../stores/product-actions'
import { openedProduct, refreshProduct } from '../../stores/product-store'

/** As long as a decision rests before it is sent. */
const restMs = 6_000

/** Decides a conflict of the open product; the decision can be undone until it is sent. */
export async function decideConflict(changeId: number, take: 'mine' | 'theirs', message: string): Promise<void> {
  const connectionId = openedProduct()?.connectionId
  if (connectionId === undefined || !(await resolveChange(changeId, take))) return
  offerUndo({
    message,
    forMs: restMs,
    undo: async () => {
      try {
        await call('changes.undecide', { connectionId, changeIds: [changeId] })
        await refreshProduct()
        return null
      } catch (error) {
        return problemOf(error)
      }
    },
  })
}
