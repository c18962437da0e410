import type { ProductDraft } from '../../electron/shared/product'
import { draftOf, isEdited, type Edits } from './product-edits'
import type { ProductPatch } from '../../electron/shared/fields/product-fields'

export type DraftKey = { connectionId: string; productId: number | null }
type KeptDraft = { productId: number | null; draft: ProductDraft | null }
type Parts = {
  /** Something else is typed now, or no more. */
  onNote?: (key: DraftKey) => void
  put: (input: { connectionId: string; drafts: KeptDraft[] }) => Promise<unknown>
  remove: (key: DraftKey) => Promise<unknown>
  /** Milliseconds of rest before what was typed is written. */
  wait: number
  now: () => number
}

export type DraftKeeper = {
  /** Takes the edits as they are now; they are on disk after `wait` or the next flush. No edits: no draft. */
  note: (key: DraftKey, edits: Edits<ProductPatch>) => void
  /** Forgets what was noted for the key and removes its draft. */
  forget: (key: DraftKey) => Promise<void>
  /** Writes what was noted and resolves when it is on disk. */
  flush: () => Promise<void>
  /** The same, unless all that was noted for these products is there already. */
  flushOf: (connectionId: string, productIds: readonly number[]) => Promise<void>
}

/** As many as one question holds. */
const mostAtOnce = 200

/** Keeps what is typed on disk. Writes follow each other, so that an old draft never overwrites a newer one. */
export function createDraftKeeper({ put, remove, wait, now, onNote }: Parts): DraftKeeper {
  let noted = new Map<string, Noted>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let writes: Promise<unknown> = Promise.resolve()
  /** Written now, or waiting for that. */
  const unwritten = new Map<string, Noted>()

  const stopTimer = () => {
    if (timer) clearTimeout(timer)
    timer = null
  }

  // A draft that could not be written is still on the screen, and the next keystroke tries again.
  const queue = (write: () => Promise<unknown>) => (writes = writes.then(write).catch(() => {}))

  const flush = async () => {
    stopTimer()
    const all = [...noted.values()]
    noted = new Map()
    for (const connectionId of new Set(all.map(({ key }) => key.connectionId))) {
      const drafts = all.filter(({ key }) => key.connectionId === connectionId).map((each) => kept(each, now()))
      for (let at = 0; at < drafts.length; at += mostAtOnce) {
        void queue(() => put({ connectionId, drafts: drafts.slice(at, at + mostAtOnce) }))
      }
    }
    for (const each of all) unwritten.set(nameOf(each.key), each)
    await writes
    for (const each of all) if (unwritten.get(nameOf(each.key)) === each) unwritten.delete(nameOf(each.key))
  }

  return {
    note(key, edits) {
      noted.set(nameOf(key), { key, edits })
      timer ??= setTimeout(() => void flush(), wait)
      onNote?.(key)
    },
    async forget(key) {
      noted.delete(nameOf(key))
      onNote?.(key)
      await queue(() => remove(key))
    },
    flush,
    async flushOf(connectionId, productIds) {
      const names = productIds.map((productId) => nameOf({ connectionId, productId }))
      if (names.some((name) => noted.has(name) || unwritten.has(name))) await flush()
    },
  }
}

type Noted = { key: DraftKey; edits: Edits<ProductPatch> }

const kept = ({ key: { productId }, edits }: Noted, at: number): KeptDraft => ({
  productId,
  draft: isEdited(edits) ? draftOf(edits, at) : null,
})

const nameOf = ({ connectionId, productId }: DraftKey): string => `${connectionId} ${productId ?? 'new'}`
