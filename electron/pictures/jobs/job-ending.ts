import type { PictureJobRecord } from '../../catalogue/picture-jobs-table'
import { giveSpaceBack } from './queue/give-space-back'
import { createPacer } from '../../changes/pacer'
import type { RunnerParts } from './job/runner-parts'

type Parts = Pick<RunnerParts, 'catalogue' | 'staging' | 'takeBack' | 'revert' | 'logError'>

const atOnce = 100

/** Takes back what a cancelled job still has in the queue, as soon as nothing of it is on the wire. */
export function createJobEnding(parts: Parts) {
  const { changes, pictureJobs } = parts.catalogue
  /** Taking back is itself news of the queue. */
  const isEnding = new Set<number>()
  /** News that came while a job was being ended: it may have been the last. */
  const hasMoved = new Set<number>()

  async function end(jobId: number): Promise<void> {
    const job = pictureJobs.get(jobId)
    if (!job || job.ending === null) return
    if (isEnding.has(jobId)) return void hasMoved.add(jobId)
    isEnding.add(jobId)
    try {
      do {
        hasMoved.delete(jobId)
        await takeBackRest(job)
      } while (hasMoved.has(jobId) && pictureJobs.get(jobId)?.ending)
    } finally {
      isEnding.delete(jobId)
    }
  }

  async function takeBackRest({ id: jobId, changeSetId: setId, ending }: PictureJobRecord): Promise<void> {
    if (setId !== null) {
      await takeBackResting(setId)
      const { sending = 0, unknown = 0, sent = 0 } = changes.statesOf(setId)
      if (sending + unknown > 0) return
      if (ending === 'revert' && sent > 0) await parts.revert(setId)
      giveSpaceBack(parts, jobId)
    }
    pictureJobs.update(jobId, { ending: null })
  }

  async function takeBackResting(setId: number): Promise<void> {
    const pace = createPacer()
    for (;;) {
      // Asked anew each time: what was resting a moment ago may be on the wire by now.
      const resting = changes.restingOf(setId, atOnce)
      if (resting.length === 0) return
      parts.takeBack(resting)
      await pace()
    }
  }

  return { end }
}
