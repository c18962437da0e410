import type {
  PictureJob,
  PictureReportRow,
  PictureToPrepare,
  PreparedResult,
  ReportOutcome,
} from '../../shared/picture-job'
import { createJobAccess } from './job-access'
import { reportCsv, reportRows } from './job-report'
import { createJobAttempts } from './job/job-attempts'
import { createJobRunner } from './job-runner'
import { createJobsControl, type ControlParts } from './jobs-control'
import { createJobsReview } from './jobs-review'
import type { RunnerParts } from './job/runner-parts'
import { showFile, type PictureAnswer } from './review/show-file'

type Page = { offset: number; limit: number }
export type PictureJobs = ReturnType<typeof createPictureJobs>

/** The bulk uploads of pictures of one store, from the scan of the folders to the report. */
export function createPictureJobs(parts: RunnerParts & ControlParts) {
  const { catalogue, staging } = parts
  const { pictureJobs, pictureJobFiles } = catalogue
  const attempts = createJobAttempts(catalogue)
  const runner = createJobRunner(parts)
  const access = createJobAccess(parts, runner)
  const { jobOrFail, fileOrFail } = access

  return {
    ...createJobsControl(parts, access, runner, attempts),
    ...createJobsReview(parts, access, runner),
    list: (): PictureJob[] => pictureJobs.newest(50).map((job) => runner.view(job)),
    get: (jobId: number): PictureJob => runner.view(jobOrFail(jobId)),
    toPrepare: (jobId: number, limit: number): PictureToPrepare[] => runner.handOut(jobOrFail(jobId), limit),
    readFile: (jobId: number, fileId: number): Promise<Uint8Array<ArrayBuffer>> =>
      runner.read(fileOrFail(jobId, fileId)),
    async prepared(jobId: number, fileId: number, result: PreparedResult): Promise<null> {
      jobOrFail(jobId)
      await runner.take(jobId, fileId, result)
      return null
    },
    report(
      jobId: number,
      query: Page & { outcome: ReportOutcome | null },
    ): { total: number; rows: PictureReportRow[] } {
      jobOrFail(jobId)
      return reportRows(catalogue, jobId, query)
    },
    reportCsv: (jobId: number): string => reportCsv(catalogue, jobOrFail(jobId).id),
    /** A file as the window shows it, from where it was dropped or from its copy. */
    show: (jobId: number, fileId: number): Promise<PictureAnswer> => showFile(fileOrFail(jobId, fileId), staging),
    /** Content hashes that are copied and in no change yet. */
    stagedHashes: (): string[] => pictureJobFiles.stagedHashes(),
    /** Goes on with what was under way when the app ended, unless that is what ended it. */
    begin: (): void => pictureJobs.unfinished().forEach((job) => attempts.resume(job) && runner.run(job.id)),
    /** The queue has moved. */
    noteQueue: (): void => runner.noteQueue(),
    async stopAll(): Promise<void> {
      await runner.stopAll()
      attempts.end()
    },
  }
}
