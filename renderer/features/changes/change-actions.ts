import { call, problemOf } from '../../bridge'
import { notifyDone, notifyProblem } from '../../components/notify'

/** The actions of the Changes screen: main does them and tells by an event, the list follows. */
export async function sendChanges(connectionId: string, changeIds: number[]): Promise<void> {
  await attempt(() => call('changes.retry', { connectionId, changeIds }))
}

export async function takeBackChanges(connectionId: string, changeIds: number[]): Promise<void> {
  await attempt(() => call('changes.drop', { connectionId, changeIds }), 'Taken back.')
}

export async function resolveConflict(
  connectionId: string,
  changeIds: number[],
  take: 'mine' | 'theirs',
): Promise<void> {
  await attempt(() => call('changes.resolve', { connectionId, changeIds, take }))
}

export async function revertSet(connectionId: string, changeSetId: number, label: string): Promise<boolean> {
  return attempt(() => call('changes.revert', { connectionId, changeSetId }), `Undone: ${label}`)
}

async function attempt(work: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await work()
    if (done) notifyDone(done)
    return true
  } catch (error) {
    notifyProblem(problemOf(error))
    return false
  }
}
