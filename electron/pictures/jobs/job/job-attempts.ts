import type { Catalogue } from '../../../catalogue/catalogue'
import type { PictureFileStep } from '../../../shared/picture-job'
import type { PictureJobRecord } from '../../../catalogue/picture-jobs-table'
import { says } from '../../../shared/sentence'

/**
 * Begun by its owner, and once more by itself. Files that are being copied have been looked at before, and many are in work at
 * once: what is done of them is noted late, so that an attempt may have got further than it seems.
 */
const attemptsAtMost = { scanning: 2, matching: 2, preparing: 6 }

const unprepared: ReadonlySet<PictureFileStep> = new Set(['none', 'waiting', 'needsPreparing'])

/**
 * A file that ends the program must not do so at every start: a job that was under way when the program ended is taken up
 * once, and asks when that attempt ended in the same way without getting any further.
 */
export function createJobAttempts({
  pictureJobs,
  pictureJobFiles,
}: Pick<Catalogue, 'pictureJobs' | 'pictureJobFiles'>) {
  const preparedIn = (jobId: number): number =>
    pictureJobFiles.standing(jobId).reduce((sum, { step, files }) => (unprepared.has(step) ? sum : sum + files), 0)

  /** How far it is. While files are looked for and matched, each attempt begins anew. */
  const placeOf = ({ id, state }: PictureJobRecord): string =>
    state === 'preparing' ? `${state} ${preparedIn(id)}` : state

  return {
    /** Its owner said so: whatever was before does not count. */
    begin(job: PictureJobRecord): void {
      pictureJobs.update(job.id, { attempts: 1, attemptedFrom: placeOf(job) })
    },
    /** At the start of the program. False: it asks. */
    resume(job: PictureJobRecord): boolean {
      if (job.state !== 'scanning' && job.state !== 'matching' && job.state !== 'preparing') return true
      const place = placeOf(job)
      const attempts = job.attemptedFrom === place ? job.attempts + 1 : 1
      if (attempts > attemptsAtMost[job.state]) {
        pictureJobs.update(job.id, { isHeld: true, problem: says('upload-ended-twice') })
        return false
      }
      pictureJobs.update(job.id, { attempts, attemptedFrom: place })
      return true
    },
    /** The program ends in order. */
    end(): void {
      for (const { id, attempts } of pictureJobs.unfinished()) if (attempts > 0) pictureJobs.update(id, { attempts: 0 })
    },
  }
}
export type JobAttempts = ReturnType<typeof createJobAttempts>
