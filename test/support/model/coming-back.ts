import { isDelete, setsThis } from '../../../electron/shared/change-address'
import type { ChangeRecord } from '../../../electron/shared/change-record'
import { AppError } from '../../../electron/shared/errors'
import { nextToRedo } from '../../../electron/changes/next-to-redo'
import type { SyncedClient } from '../synced-client'

export type ComingBack = { do: 'undo-set' | 'redo' | 'drop'; at: number }

const isInDoubt = (change: ChangeRecord) => setsThis(change, 'quantity') && change.state === 'conflict'
/** It would come back as another product. */
const isGone = (change: ChangeRecord) => isDelete(change) && change.state === 'sent'
const isMoving = ({ state }: ChangeRecord) => state === 'sending' || state === 'unknown'

/**
 * Undoes any set that has something to undo, as the history does, does again what was undone last, or takes back what is open of a set.
 * What the app refuses in words is no act, nor is one about a stock of which nobody knows whether it has arrived. True: it did something.
 */
export async function comeBack(client: SyncedClient, act: ComingBack): Promise<boolean> {
  const before = told(client)
  try {
    await doIt(client, act)
  } catch (problem) {
    if (!(problem instanceof AppError) || problem.code === 'internal') throw problem
  }
  return told(client) !== before
}

const own = ({ catalogue }: SyncedClient) =>
  catalogue.changes.list('all', undefined, 0, 100).sets.filter(({ source }) => source !== 'pull')

const told = (client: SyncedClient): string =>
  JSON.stringify(own(client).map(({ id }) => client.catalogue.changes.ofSet(id).map(({ state }) => state)))

async function doIt(client: SyncedClient, { do: how, at }: ComingBack): Promise<void> {
  const { catalogue, session } = client
  const { changes } = catalogue
  const pick = <T>(list: readonly T[]): T | undefined => list[at % Math.max(1, list.length)]
  const isOut = (setIds: readonly (number | null)[], isNoAct: (change: ChangeRecord) => boolean): boolean =>
    setIds.some((id) => id !== null && changes.ofSet(id).some(isNoAct))
  if (how === 'drop') {
    const isResting = (change: ChangeRecord) => !isMoving(change) && !isInDoubt(change)
    const setId = pick(changes.allOpen(1000).filter(isResting))?.setId
    const open = changes.allOpen(1000).filter((change) => change.setId === setId && !isMoving(change))
    if (!open.some(isInDoubt)) session.changes.takeBack(open.map(({ id }) => id))
    return
  }
  const undone = how === 'redo' ? await nextToRedo(catalogue) : null
  if (undone && !isOut([undone.setId, undone.revertSetId], isInDoubt)) {
    session.changes.redo(undone)
    return
  }
  const isNoAct = (change: ChangeRecord) => isInDoubt(change) || isGone(change) || isMoving(change)
  const sets = own(client).filter(({ id }) => changes.hasUnreverted(id) && !isOut([id], isNoAct))
  const set = how === 'redo' ? sets[0] : pick(sets)
  if (!set) return
  const { changeSetId } = session.changes.revert(set.id)
  // With nothing to do again, the newest is undone and done again at once.
  if (how === 'redo') session.changes.redo({ setId: set.id, revertSetId: changeSetId })
}
