import type { BrowserWindow } from 'electron'
import type { EventName, Events } from '../shared/contract'
import type { PictureJob } from '../shared/picture-job'
import { progressOfUploads, type TaskProgress } from './progress-of-uploads'

type Bar = Pick<BrowserWindow, 'setProgressBar'>

/** Shows the running uploads of all stores on the window's button in the taskbar or dock. It hears what the window is told. */
export function createTaskbarProgress(window: () => Bar | null) {
  const jobs = new Map<string, PictureJob>()
  const held = new Set<string>()
  let isOnline = true
  let shown = JSON.stringify(null)

  function note(name: EventName, payload: unknown): void {
    if (name === 'pictureJobs.changed') {
      const job = payload as Events['pictureJobs.changed']
      jobs.set(`${job.connectionId} ${job.id}`, job)
    } else if (name === 'changes.changed') {
      const { connectionId, holdAll } = payload as Events['changes.changed']
      if (holdAll) held.add(connectionId)
      else held.delete(connectionId)
    } else if (name === 'network.changed') {
      isOnline = (payload as Events['network.changed']).online
    } else if (name === 'connections.changed') {
      const known = new Set((payload as Events['connections.changed']).map(({ id }) => id))
      for (const [key, { connectionId }] of jobs) if (!known.has(connectionId)) jobs.delete(key)
    }
  }

  return {
    hear<Name extends EventName>(name: Name, payload: Events[Name]): void {
      note(name, payload)
      const progress = progressOfUploads([...jobs.values()], { isOnline, held })
      const next = JSON.stringify(progress)
      if (next === shown) return
      shown = next
      const bar = window()
      if (bar) show(bar, progress)
    },
  }
}

/** Below 0 takes the bar away, above 1 makes it move without an end; `mode` is what Windows colours it by. */
function show(bar: Bar, progress: TaskProgress | null): void {
  if (progress === null) bar.setProgressBar(-1)
  else if (progress.mode === 'indeterminate') bar.setProgressBar(2, { mode: 'indeterminate' })
  else bar.setProgressBar(progress.value, { mode: progress.mode })
}
