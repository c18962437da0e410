import type { PictureJob, PictureToPrepare, PreparedResult } from '../../electron/shared/picture-job'
import { call } from '../bridge'
import { convertedName, convertersAtOnce, convertPicture, NotConverted } from './convert-picture'
import { useConnectionStore } from './connection-store'
import { loadPictureJobs, usePictureJobsStore } from './picture-jobs-store'

type Parts = {
  atOnce: number
  toPrepare: (job: PictureJob, limit: number) => Promise<PictureToPrepare[]>
  /** Throws with a sentence for the person. */
  prepare: (job: PictureJob, file: PictureToPrepare) => Promise<PreparedResult>
  deliver: (job: PictureJob, fileId: number, result: PreparedResult) => Promise<unknown>
}

/** Converts what the picture jobs hand to the window, a few at a time, for as long as there is something. */
export function createPicturePreparer({ atOnce, toPrepare, prepare, deliver }: Parts) {
  const working = new Set<string>()
  /** Where a job had nothing to hand out: it is asked again once it has moved on. */
  const seen = new Map<string, string>()

  async function note(job: PictureJob): Promise<void> {
    const key = `${job.connectionId} ${job.id}`
    const standing = `${job.state} ${job.progress.prepared} ${job.progress.needPreparing} ${job.isHeld}`
    const isWanted = job.state === 'preparing' && !job.isHeld && job.progress.needPreparing > 0
    if (!isWanted || working.has(key) || seen.get(key) === standing) return
    working.add(key)
    seen.set(key, standing)
    try {
      await work(job)
    } catch {
      // The job was ended or its store closed meanwhile: nobody waits for these pictures any more.
    } finally {
      working.delete(key)
    }
  }

  async function work(job: PictureJob): Promise<void> {
    const one = async (): Promise<void> => {
      for (;;) {
        const [file] = await toPrepare(job, 1)
        if (!file) return
        await deliver(job, file.fileId, await outcome(job, file))
      }
    }
    await Promise.all(Array.from({ length: atOnce }, one))
  }

  async function outcome(job: PictureJob, file: PictureToPrepare): Promise<PreparedResult> {
    try {
      return await prepare(job, file)
    } catch (error) {
      return { ok: false, reason: whyNot(error) }
    }
  }

  return { note }
}

/** The preparer of this window; follows every job of every store until the function it returns is called. */
export function preparePictures(): () => void {
  const preparer = createPicturePreparer({
    // One more than are converted: it is fetched, or brought back, while the others are at work.
    atOnce: convertersAtOnce + 1,
    toPrepare: ({ connectionId, id }, limit) => call('pictureJobs.toPrepare', { connectionId, jobId: id, limit }),
    prepare: convertJobFile,
    deliver: ({ connectionId, id }, fileId, result) =>
      call('pictureJobs.prepared', { connectionId, jobId: id, fileId, result }),
  })
  const noteAll = ({ byConnection }: ReturnType<typeof usePictureJobsStore.getState>) => {
    for (const jobs of Object.values(byConnection)) for (const job of jobs) void preparer.note(job)
  }
  const loadAll = ({ connections }: ReturnType<typeof useConnectionStore.getState>) => {
    for (const { id } of connections) void loadPictureJobs(id)
  }
  loadAll(useConnectionStore.getState())
  const stops = [usePictureJobsStore.subscribe(noteAll), useConnectionStore.subscribe(loadAll)]
  return () => stops.forEach((stop) => stop())
}

function whyNot(error: unknown): Extract<PreparedResult, { ok: false }>['reason'] {
  if (error instanceof NotConverted) return error.said
  if (!(error instanceof Error)) return { says: 'not-opened' }
  return { says: 'text', text: error.message.slice(0, 500) }
}

async function convertJobFile(job: PictureJob, file: PictureToPrepare): Promise<PreparedResult> {
  const { connectionId, id: jobId } = job
  const bytes = await call('pictureJobs.readFile', { connectionId, jobId, fileId: file.fileId })
  const { longestSide, quality } = file.options
  const wish = { longestSide, quality, maxBytes: file.maxBytes, keepPixels: file.because === 'metadata' }
  const converted = await convertPicture(bytes, `image/${file.type}`, { wish, pixels: file.width * file.height })
  return { ok: true, name: convertedName(file.name, converted.type), bytes: converted.bytes }
}
