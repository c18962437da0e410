import type { ProductDraft } from '../../electron/shared/product'
import { isEdited, type ProductEdits } from './product-edits'

export type DraftKey = { connectionId: string; productId: number | null }
type Parts = {
  put: (input: DraftKey & { draft: ProductDraft }) => Promise<unknown>
  remove: (key: DraftKey) => Promise<unknown>
  /** Milliseconds of rest before what was typed is written. */
  wait: number
  now: () => number
}

export type DraftKeeper = {
  /** Takes the edits as they are now; they are on disk after `wait` or the next flush. No edits: no draft. */
  note: (key: DraftKey, edits: ProductEdits) => void
  /** Forgets what was noted for the key and removes its draft. */
  forget: (key: DraftKey) => Promise<void>
  /** Writes what was noted and resolves when it is on disk. */
  flush: () => Promise<void>
}

/** Keeps what is typed on disk. Writes follow each other, so that an old draft never overwrites a newer one. */
export function createDraftKeeper({ put, remove, wait, now }: Parts): DraftKeeper {
  let noted: { key: DraftKey; edits: ProductEdits } | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let writes: Promise<unknown> = Promise.resolve()

  const stopTimer = () => {
    if (timer) clearTimeout(timer)
    timer = null
  }

  // A draft that could not be written is still on the screen, and the next keystroke tries again.
  const queue = (write: () => Promise<unknown>) => (writes = writes.then(write).catch(() => {}))

  const flush = async () => {
    stopTimer()
    const latest = noted
    noted = null
    if (latest) {
      const { key, edits } = latest
      const { base, patch, unparsed, variations } = edits
      void queue(() =>
        isEdited(edits) ? put({ ...key, draft: { base, patch, unparsed, variations, savedAt: now() } }) : remove(key),
      )
    }
    await writes
  }

  return {
    note(key, edits) {
      if (noted && !sameKey(noted.key, key)) void flush()
      noted = { key, edits }
      timer ??= setTimeout(() => void flush(), wait)
    },
    async forget(key) {
      if (noted && sameKey(noted.key, key)) {
        noted = null
        stopTimer()
      }
      await queue(() => remove(key))
    },
    flush,
  }
}

function sameKey(a: DraftKey, b: DraftKey): boolean {
  return a.connectionId === b.connectionId && a.productId === b.productId
}
