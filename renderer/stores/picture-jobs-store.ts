import { create } from 'zustand'
import type { FileToken } from '../../electron/shared/file-token'
import type { PictureJob, PictureJobState } from '../../electron/shared/picture-job'
import { call } from '../bridge'
import { useViewStore } from './view-store'

type PictureJobs = {
  /** Per connection, the newest first. */
  byConnection: Record<string, PictureJob[]>
  /** Per connection what the screen shows: a job, or the place to drop a new one. Absent: what matters most. */
  chosen: Record<string, number | 'new'>
}

/** Mirror of the engine's bulk uploads of pictures. */
export const usePictureJobsStore = create<PictureJobs>(() => ({ byConnection: {}, chosen: {} }))
const { getState, setState } = usePictureJobsStore

/** Jobs taken off the list here: late news must not bring them back. */
const forgotten = new Set<string>()
const nameOf = ({ connectionId, id }: Pick<PictureJob, 'connectionId' | 'id'>) => `${connectionId} ${id}`

export function notePictureJob(job: PictureJob): void {
  if (forgotten.has(nameOf(job))) return
  setState(({ byConnection }) => {
    const jobs = byConnection[job.connectionId] ?? []
    const known = jobs.some(({ id }) => id === job.id)
    const next = known ? jobs.map((other) => (other.id === job.id ? job : other)) : [job, ...jobs]
    return { byConnection: { ...byConnection, [job.connectionId]: next } }
  })
}

const loading = new Set<string>()

/** Reads the jobs of a store once; after that its news tell. */
export async function loadPictureJobs(connectionId: string): Promise<void> {
  if (loading.has(connectionId)) return
  loading.add(connectionId)
  try {
    const jobs = await call('pictureJobs.list', { connectionId })
    const known = getState().byConnection[connectionId] ?? []
    const all = jobs.map((job) => known.find(({ id }) => id === job.id) ?? job)
    setState(({ byConnection }) => ({ byConnection: { ...byConnection, [connectionId]: all } }))
  } catch {
    // The store cannot be opened, which its own screen says; it is asked again when it is shown.
    loading.delete(connectionId)
  }
}

/** Scans and matches; with a job they join what is being reviewed. The screen shows it from then on. */
export async function startPictureJob(connectionId: string, files: FileToken[], jobId?: number): Promise<PictureJob> {
  const job = await call('pictureJobs.start', { connectionId, files, ...(jobId !== undefined && { jobId }) })
  notePictureJob(job)
  choosePictureJob(connectionId, job.id)
  return job
}

export function choosePictureJob(connectionId: string, choice: number | 'new'): void {
  setState(({ chosen }) => ({ chosen: { ...chosen, [connectionId]: choice } }))
}

export function forgetPictureJob(job: PictureJob): void {
  forgotten.add(nameOf(job))
  setState(({ byConnection, chosen }) => {
    const { [job.connectionId]: choice, ...others } = chosen
    const jobs = (byConnection[job.connectionId] ?? []).filter(({ id }) => id !== job.id)
    return {
      byConnection: { ...byConnection, [job.connectionId]: jobs },
      chosen: choice === job.id ? others : chosen,
    }
  })
}

const ended: readonly PictureJobState[] = ['done', 'cancelled']
export const hasEnded = ({ state }: Pick<PictureJob, 'state'>): boolean => ended.includes(state)
const isUploading = ({ state }: PictureJob) => state === 'preparing' || state === 'uploading'

/** What the screen shows: the chosen job, else the newest that has not ended; null is the place to drop. */
export function shownJob(jobs: readonly PictureJob[], choice: number | 'new' | undefined): PictureJob | null {
  if (choice === 'new') return null
  return jobs.find(({ id }) => id === choice) ?? jobs.find((job) => !hasEnded(job)) ?? null
}

/** The job the sidebar tells about: what is being uploaded goes before what waits for its owner. */
export function toldJob(jobs: readonly PictureJob[]): PictureJob | null {
  return jobs.find(isUploading) ?? jobs.find((job) => !hasEnded(job)) ?? null
}

const none: PictureJob[] = []

/** The jobs of the store on screen. */
export function usePictureJobs(): PictureJob[] {
  const connectionId = useViewStore((view) => view.connectionId)
  return usePictureJobsStore(({ byConnection }) => (connectionId && byConnection[connectionId]) || none)
}

export function useShownJob(): PictureJob | null {
  const connectionId = useViewStore((view) => view.connectionId)
  return usePictureJobsStore(({ byConnection, chosen }) =>
    connectionId ? shownJob(byConnection[connectionId] ?? none, chosen[connectionId]) : null,
  )
}
