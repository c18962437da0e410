import { basename } from 'node:path'
import { AppError, toErrorInfo } from '../shared/errors'
import type { Export } from '../shared/export'

type Parts = {
  connectionId: string
  onChanged: (view: Export) => void
  logError: (context: string, error: unknown) => void
}

/** How far a file is. `step`: one of its steps is done. `more`: there are so many more of them. */
type Watch = { signal: AbortSignal; step: () => void; more: (steps: number) => void }
type Work = (watch: Watch) => Promise<Partial<Export>>

/** Writes files in the background, one after the other, each whole or not at all. */
export function createWriting({ connectionId, onChanged, logError }: Parts) {
  let running: { abort: AbortController; done: Promise<void> } | null = null
  let view: Export | null = null
  let begun = 0
  let writtenPath: string | null = null

  function tell(patch: Partial<Export>): void {
    if (!view) return
    view = { ...view, ...patch }
    onChanged(view)
  }

  async function write(path: string, work: Work, signal: AbortSignal): Promise<void> {
    try {
      const written = await work({
        signal,
        step: () => tell({ done: (view?.done ?? 0) + 1 }),
        more: (steps) => tell({ total: (view?.total ?? 0) + steps }),
      })
      writtenPath = path
      tell({ state: 'written', done: view?.total ?? 0, ...written })
    } catch (error) {
      if (signal.aborted) return tell({ state: 'cancelled' })
      const { code, message } = toErrorInfo(error)
      if (code === 'internal') logError('export', error)
      tell({ state: 'failed', problem: message })
    }
  }

  function assertFree(): void {
    if (running) throw new AppError('conflict', 'Another file is still being written. Wait for its end, or cancel it.')
  }

  return {
    assertFree,
    begin(path: string, about: Pick<Export, 'what' | 'products' | 'total' | 'folder'>, work: Work): Export {
      assertFree()
      const started: Export = {
        ...about,
        connectionId,
        id: ++begun,
        state: 'writing',
        name: basename(path),
        done: 0,
        categories: 0,
        leftOut: 0,
        pictures: 0,
        files: 0,
        missing: { count: 0, first: [] },
        archive: null,
        problem: null,
      }
      view = started
      const abort = new AbortController()
      running = { abort, done: write(path, work, abort.signal).finally(() => (running = null)) }
      return started
    },
    /** Since the app started. */
    newest: (): Export | null => view,
    cancel: (): void => running?.abort.abort(),
    writtenPath: (): string => {
      if (writtenPath === null) throw new AppError('not-found', 'Nothing was exported since the app started.')
      return writtenPath
    },
    stop: async (): Promise<void> => {
      running?.abort.abort()
      await running?.done
    },
  }
}
