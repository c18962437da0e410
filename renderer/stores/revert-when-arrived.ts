import { call, problemOf } from '../bridge'

const tries = 20
const betweenTries = 250

/**
 * Takes a change set back; one that is on the wire as soon as it has arrived. Answers with the change set that leads back,
 * null when everything was still waiting.
 */
export async function revertWhenArrived(connectionId: string, changeSetId: number): Promise<number | null> {
  for (let left = tries; ; left--) {
    try {
      return (await call('changes.revert', { connectionId, changeSetId })).changeSetId
    } catch (error) {
      if (left === 0 || problemOf(error).code !== 'conflict') throw error
      await new Promise((resolve) => setTimeout(resolve, betweenTries))
    }
  }
}
