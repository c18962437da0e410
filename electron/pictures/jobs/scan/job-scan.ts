import type { Catalogue } from '../../../catalogue/catalogue'
import type { PictureJobRecord } from '../../../catalogue/picture-jobs-table'
import type { Matcher } from '../../matching/match-file'
import { indexCatalogue } from './catalogue-index'
import { findAlready } from './find-already'
import type { JobNews } from '../job/job-news'
import { matchJob } from './match-job'
import { scanFiles } from './scan-files'

type Parts = { catalogue: Catalogue; news: JobNews }

/** Looks at what was dropped and compares the names with the catalogue, up to the review. */
export function createJobScan({ catalogue, news }: Parts) {
  const { pictureJobs, pictureJobFiles } = catalogue
  let matcher: Promise<Matcher> | null = null

  async function scan(job: PictureJobRecord, signal: AbortSignal): Promise<void> {
    const counts = { found: 0, checked: 0 }
    news.noteScan(job.id, counts)
    let skippedBefore = -1
    await scanFiles(job.paths, {
      signal,
      onFound(found, skipped) {
        counts.found = found
        if (skipped !== skippedBefore) pictureJobs.update(job.id, { skipped })
        skippedBefore = skipped
        news.tell(job.id)
      },
      onChecked(files) {
        catalogue.repeatable(() => pictureJobFiles.add(job.id, files))
        counts.checked += files.length
        news.tell(job.id)
      },
    })
    news.forgetScan(job.id)
    pictureJobs.update(job.id, { state: 'matching' })
    news.tell(job.id)
  }

  async function match(job: PictureJobRecord, signal: AbortSignal): Promise<void> {
    // What others changed since counts too: the store's products are read anew for each matching.
    matcher = indexCatalogue(catalogue, signal)
    try {
      await matchJob(catalogue, await matcher, { jobId: job.id, pattern: job.options.pattern, signal })
    } catch (error) {
      matcher = null
      throw error
    }
    await findAlready(catalogue, job.id, signal)
    pictureJobs.update(job.id, { state: 'review' })
    news.tell(job.id)
  }

  return {
    scan,
    match,
    matcher: (): Promise<Matcher> => (matcher ??= indexCatalogue(catalogue)),
    /** It is large, and needed in the review only. */
    forgetMatcher: (): void => void (matcher = null),
  }
}
