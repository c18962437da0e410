import { call, problemOf } from '../bridge'

const tries = 20
const betweenTries = 250

/**
 * Takes a change set back; one that is on the wire as soon as it has arrived. Answers with the change set that leads back,
 * null when everything was still waiting.
 */
export function revertWhenArrived(connectionId: string, changeSetId: number): Promise<number | null> {
  return whenArrived(connectionId, changeSetId, async () => {
    return (await call('changes.revert', { connectionId, changeSetId })).changeSetId
  })
}

/** Does a set again that `revertSetId` took back, which may be on the wire itself. Answers with the set that does it. */
export function redoWhenArrived(
  connectionId: string,
  changeSetId: number,
  revertSetId: number | null,
): Promise<number | null> {
  return whenArrived(connectionId, revertSetId, async () => {
    return (await call('changes.redo', { connectionId, changeSetId, revertSetId })).changeSetId
  })
}

/** Of a long set something always is on the wire: what of it still waits is held meanwhile. */
async function whenArrived<T>(connectionId: string, changeSetId: number | null, act: () => Promise<T>): Promise<T> {
  const hold = async (hold: boolean) => {
    if (changeSetId !== null) await call('changes.hold', { connectionId, changeSetId, hold })
  }
  for (let left = tries; ; left--) {
    try {
      return await act()
    } catch (error) {
      if (problemOf(error).code !== 'conflict') throw error
      if (left === 0) {
        await hold(false)
        throw error
      }
      if (left === tries - 1) await hold(true)
      await new Promise((resolve) => setTimeout(resolve, betweenTries))
    }
  }
}
