import { createSetEnding } from '../../changes/end-set'
import type { RunnerParts } from './job/runner-parts'
import { giveSpaceBack } from './queue/give-space-back'

type Parts = Pick<RunnerParts, 'catalogue' | 'giveBack' | 'takeBack' | 'revert'>

/** Takes back what a cancelled job still has in the queue, as soon as nothing of it is on the wire. */
export function createJobEnding(parts: Parts) {
  const { pictureJobs } = parts.catalogue
  const endSet = createSetEnding(parts)

  async function end(jobId: number): Promise<void> {
    const { changeSetId: setId = null, ending = null } = pictureJobs.get(jobId) ?? {}
    if (ending === null) return
    if (setId !== null) {
      if (!(await endSet(setId, ending))) return
      giveSpaceBack(parts, jobId)
    }
    pictureJobs.update(jobId, { ending: null })
  }

  return { end }
}
