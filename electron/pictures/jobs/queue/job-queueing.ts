import type { PictureJobRecord } from '../../../catalogue/picture-jobs-table'
import { giveSpaceBack } from './give-space-back'
import type { JobNews } from '../job/job-news'
import { grow } from '../../../changes/grow'
import { queueProduct } from './queue-product'
import type { RunnerParts } from '../job/runner-parts'

type Parts = Pick<RunnerParts, 'catalogue' | 'giveBack' | 'noteChanged' | 'now' | 'onFinished'> & {
  news: JobNews
}

const productsAtOnce = 20

/** Brings prepared files into the queue, and notices when the queue is through with them. */
export function createJobQueueing(parts: Parts) {
  const { catalogue, news, now } = parts
  const { pictureJobs, pictureJobFiles } = catalogue

  /** Queues products whose files are all ready; with the last of them the job only waits for the queue. */
  async function advance(jobId: number, signal?: AbortSignal): Promise<void> {
    const goesOn = ({ state, isHeld }: PictureJobRecord) => state === 'preparing' && !isHeld
    const isWanted = () => {
      const job = pictureJobs.get(jobId)
      return job !== undefined && goesOn(job) && !isTakenBack(job)
    }
    const isThrough = await grow({
      catalogue,
      signal,
      isWanted,
      next: () => pictureJobFiles.readyProducts(jobId, productsAtOnce),
      write(productId) {
        const job = pictureJobs.get(jobId)
        if (job) queueProduct(catalogue, job, productId, now())
        return [productId]
      },
      tell: parts.noteChanged,
      commit: catalogue.repeatable,
    })
    const job = pictureJobs.get(jobId)
    if (!job || !goesOn(job) || signal?.aborted) return
    if (!isThrough) return takenBack(job)
    if (isOpen(jobId)) return
    pictureJobs.update(jobId, { state: 'uploading' })
    settle({ ...job, state: 'uploading' })
    news.tell(jobId)
  }

  const isTakenBack = ({ changeSetId }: PictureJobRecord): boolean =>
    changeSetId !== null && !catalogue.changes.hasUnreverted(changeSetId)

  const isOpen = (jobId: number): boolean =>
    pictureJobFiles.withoutStep(jobId, 1).length > 0 ||
    (['waiting', 'needsPreparing', 'staged'] as const).some((step) => pictureJobFiles.ofStep(jobId, step, 1).length > 0)

  /** Somebody took the change set back while it was growing: the rest of it is not wanted either. */
  function takenBack(job: PictureJobRecord): void {
    pictureJobFiles.giveUp(job.id)
    pictureJobs.update(job.id, { state: 'cancelled' })
  }

  /** The job is done when nothing of its change set can still move by itself. */
  function settle(job: PictureJobRecord): void {
    const states = job.changeSetId === null ? {} : catalogue.changes.statesOf(job.changeSetId)
    if (states.waiting || states.held || states.sending || states.unknown) return
    pictureJobs.update(job.id, { state: 'done', isHeld: false, problem: null })
    news.forgetRate(job.id)
    giveSpaceBack(parts, job.id)
    const done = pictureJobs.get(job.id)
    if (done) parts.onFinished(news.view(done).sentence, job.id)
  }

  return { advance, settle }
}
