import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createPictureJobs, type PictureJobs } from '../../electron/pictures/jobs/picture-jobs'
import { createStagedContent } from '../../electron/pictures/staged-content'
import type { PictureJob, PictureJobState } from '../../electron/shared/picture-job'
import { createConditions } from './conditions'
import { openSnapshots } from './kept-snapshots'
import type { SyncedStore } from './synced-store'

/** The bulk uploads of a synced store, as the app puts them together. */
export type PictureJobsClient = {
  jobs: PictureJobs
  /** Writes a file below the dropped folder and returns its path. */
  put: (path: string, bytes: Uint8Array) => string
  folder: string
  /** Waits until the job has come so far. */
  reached: (jobId: number, state: PictureJobState) => Promise<PictureJob>
  /** Waits until something that jobs or session tell of is true. */
  until: (isReached: () => boolean) => Promise<void>
  /** The process ends as it does by kill -9, and starts anew on the same database. */
  restart: () => void
  /** Ends the process within the copying of the n-th file from now; resolves then. */
  crashAtCopy: (n: number) => Promise<void>
  staged: () => number
}

export function openPictureJobs(synced: SyncedStore, { freeBytes = 1e12 } = {}): PictureJobsClient {
  const folder = join(synced.folder, 'dropped')
  mkdirSync(folder, { recursive: true })
  const { tell, until } = createConditions()
  let copies = 0
  let crash: { at: number; done: () => void } | null = null

  function start() {
    // A dead process copies nothing more, and its copies never answer.
    let alive = true
    const never = new Promise<never>(() => {})
    const { session, catalogue, staging } = synced
    const whileAlive = async <T>(work: () => Promise<T>): Promise<T> => {
      copies += 1
      if (crash && copies >= crash.at) {
        alive = false
        crash.done()
        crash = null
      }
      if (!alive) return never
      const value = await work()
      return alive ? value : never
    }
    const snapshots = openSnapshots(catalogue)
    const jobs = createPictureJobs({
      connectionId: 'test',
      catalogue,
      staging: {
        ...staging,
        stage: (path) => whileAlive(() => staging.stage(path)),
        stageBytes: (name, bytes) => whileAlive(() => staging.stageBytes(name, bytes)),
      },
      giveBack: createStagedContent({ catalogue, staging, after: () => () => {}, logError: console.error }).giveBack,
      noteChanged: (productIds) => session.noteChanged(productIds),
      takeBack: (changeIds) => void session.changes.takeBack(changeIds),
      retry: (changeIds) => void session.changes.retry(changeIds),
      revert: (setId) => session.changes.revertInParts(setId),
      takeSnapshot: (files) => snapshots.take({ code: 'replace-pictures', ...files }),
      queue: () => session.summary(),
      assertCanWrite: () => {},
      freeBytes: () => Promise.resolve(freeBytes),
      now: Date.now,
      after: (_ms, run) => {
        const timer = setTimeout(() => alive && run(), 5)
        return () => clearTimeout(timer)
      },
      onChanged: tell,
      onFinished: () => {},
      logError: (context, error) => console.error(context, error),
    })
    const stopListening = synced.listen(() => {
      if (!alive) return
      jobs.noteQueue()
      tell()
    })
    return { jobs, die: () => ((alive = false), stopListening()) }
  }

  let running = start()
  running.jobs.begin()

  return {
    folder,
    until,
    get jobs() {
      return running.jobs
    },
    put(path, bytes) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, bytes)
      return file
    },
    async reached(jobId, state) {
      await until(() => running.jobs.get(jobId).state === state)
      return running.jobs.get(jobId)
    },
    restart() {
      running.die()
      synced.restart()
      running = start()
      running.jobs.begin()
    },
    crashAtCopy: (n) =>
      new Promise((resolve) => {
        crash = { at: copies + n, done: resolve }
      }),
    staged: () => copies,
  }
}
