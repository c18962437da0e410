import type { RequestInput } from '../../../electron/shared/contract'
import { call, problemOf } from '../../bridge'
import { notifyDone, notifyProblem } from '../../components/notify'
import { loadChangesSummary } from '../../stores/changes-store'

/** The actions of the Changes screen: main does them and tells by an event, the list follows. */
export async function sendChanges(connectionId: string, changeIds: number[]): Promise<void> {
  await attempt(() => call('changes.retry', { connectionId, changeIds }))
}

export async function sendSet(connectionId: string, changeSetId: number): Promise<void> {
  await attempt(() => call('changes.retrySet', { connectionId, changeSetId }))
}

export async function takeBackChanges(connectionId: string, changeIds: number[]): Promise<void> {
  await attempt(() => call('changes.takeBack', { connectionId, changeIds }), 'Taken back.')
}

export async function holdSet(connectionId: string, changeSetId: number, hold: boolean): Promise<void> {
  await attempt(() => call('changes.hold', { connectionId, changeSetId, hold }))
}

export async function holdAll(connectionId: string, hold: boolean): Promise<void> {
  await attempt(() => call('changes.holdAll', { connectionId, hold }))
  // The news comes a moment later than the answer.
  await attempt(() => loadChangesSummary(connectionId))
}

type Reverted = RequestInput<'changes.revert'>

export async function revertChanges(reverted: Reverted, done: string): Promise<boolean> {
  return attempt(() => call('changes.revert', reverted), done)
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
