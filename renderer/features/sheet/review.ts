import { notifyDone, tellWhyNot } from '../../components/notify'
import { propose } from '../../stores/bulk-store'
import { listQuery } from '../../stores/catalogue-store'
import { drafts } from '../../stores/product-store'
import { useSheetStore } from '../../stores/sheet-store'
import { actsDone } from './running-act'

/** Shows all that is typed and not saved, in whichever products, before any of it is written. */
export async function review(connectionId: string): Promise<void> {
  await actsDone()
  if (useSheetStore.getState().edits.size === 0) return notifyDone('Nothing is typed that is not saved.')
  await drafts.flush()
  tellWhyNot(await propose(connectionId, { selection: { typed: true, query: listQuery() }, action: { kind: 'typed' } }))
}
