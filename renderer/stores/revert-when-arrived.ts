import { call, problemOf } from '../bridge'

const tries = 20
const betweenTries = 250

/**
 * Takes a change set back; one that is on the wire as soon as it has arrived. Of a long one something always is: what of it
 * still waits is held meanwhile. Answers with the change set that leads back, null when everything was still waiting.
 */
export async function revertWhenArrived(connectionId: string, changeSetId: number): Promise<number | null> {
  const hold = (hold: boolean) => call('changes.hold', { connectionId, changeSetId, hold })
  for (let left = tries; ; left--) {
    try {
      return (await call('changes.revert', { connectionId, changeSetId })).changeSetId
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
