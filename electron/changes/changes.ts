import type { Catalogue } from '../catalogue/catalogue'
import type { ConflictKind, ChangeState, Operation } from '../shared/change'
import type { RemoteProduct } from '../shared/remote-product'
import type { SetLabel } from '../shared/set-label'
import { letGo, makeAnew } from './anew'
import type { Applied } from './apply'
import type { AskedApply } from './applies-under-way'
import { createApplyInParts } from './apply-in-parts'
import { isHalfSent } from './half-sent'
import { holdSet } from './hold'
import { redoSet } from './redo'
import { createKindDecisions } from './decide-kind'
import { createLongWork } from './long-work'
import { createPacer } from './pacer'
import { noteUndone } from './redoable'
import { reindexThing } from './reindex-thing'
import { decisionRestMs, resolveConflicts, undecide, type Take } from './resolve'
import { letGoOf, revertSet, type Part, type Wanted } from './revert'
import { createRevertInParts, type Undone } from './revert-in-parts'

const canGo: ReadonlySet<ChangeState> = new Set(['refused', 'waiting', 'held', 'unknown'])
const retriedAtOnce = 20

type Parts = {
  catalogue: Catalogue
  now: () => number
  /** These products look different now; something may wait to be sent. */
  onChanged: (productIds: number[]) => void
  logError: (context: string, error: unknown) => void
}

/** Every write of the person goes through here: stored with its queue entry in one transaction, sent later by sync/push. */
export function createChanges(parts: Parts) {
  const { catalogue, now, onChanged } = parts
  const longWork = createLongWork()
  const inParts = createRevertInParts({ ...parts, longWork })
  const applies = createApplyInParts({ ...parts, longWork })
  const kinds = createKindDecisions({ ...parts, longWork })

  function changed<T extends { productIds: number[] }>(result: T): T {
    if (result.productIds.length > 0) onChanged(result.productIds)
    return result
  }

  /** All of it goes back, so that all of it can be done again. */
  async function revertGrown(growing: Promise<unknown>, wanted: Wanted): Promise<Applied> {
    await growing
    return longWork.signal.aborted ? { changeSetId: null, productIds: [] } : inParts.revert(wanted)
  }

  function retrySome(changeIds: readonly number[]): number[] {
    return catalogue.transaction(() => {
      const productIds = new Set<number>()
      for (const id of changeIds) {
        const change = catalogue.changes.get(id)
        if (!change || !canGo.has(change.state)) continue
        const isInDoubt = change.state === 'unknown' || (change.state === 'held' && isHalfSent(change))
        const state = isInDoubt ? 'unknown' : 'waiting'
        catalogue.changes.update(id, { state, reason: null, retryAt: null, attempts: 0 })
        productIds.add(change.productId)
      }
      for (const productId of productIds) reindexThing(catalogue, productId)
      return [...productIds]
    })
  }

  return {
    apply: (input: {
      source: 'form' | 'list' | 'pictures'
      label: SetLabel
      operations: readonly Operation[]
    }): Applied => applies.atOnce(input),
    /** The same for lists of any length, in slices that let everything else have its turn. */
    applyInParts: (asked: AskedApply): Promise<Applied> => applies.inParts(asked),
    /** Writes a set in slices that another part makes, in its turn among the long lists. */
    writeInTurn: applies.inTurn,

    revert: (setId: number, part: Part = {}): Applied =>
      changed(
        catalogue.transaction(() => {
          const applied = revertSet(catalogue, now(), { setId, ...part })
          noteUndone(catalogue, setId, applied)
          return applied
        }),
      ),

    /** The same for sets of any size, in slices that let everything else have its turn. What still grows is made before. */
    revertInParts(setId: number, part: Part = {}): Promise<Applied> {
      const growing = applies.whenGrown(setId)
      return growing ? longWork.run(revertGrown(growing, { setId, ...part })) : inParts.revert({ setId, ...part })
    },
    /** Goes on with what was under way when the app ended. */
    resume(): void {
      applies.resume()
      inParts.resume()
    },
    /** Ends long work between two slices; what was under way goes on at the next start. */
    stop: (): Promise<void> => longWork.stop(),

    redo: (undone: Undone): Applied => changed(redoSet(catalogue, now(), undone)),
    /** The same for sets of any size, in slices. */
    redoInParts: (undone: Undone): Promise<Applied> => inParts.redo(undone),

    /** Keeps back what waits of a set, or lets it go again. */
    hold(setId: number, hold: boolean): null {
      changed({ productIds: holdSet(catalogue, setId, hold) })
      return null
    },

    /** Makes a product anew that was deleted in the store; `product` is what is here of it. */
    makeAnew: (productId: number, product: RemoteProduct): Applied =>
      changed(makeAnew(catalogue, now(), productId, product)),

    /** Lets go of a product that was deleted in the store, and of its edits. */
    letGo(productId: number): null {
      changed({ productIds: letGo(catalogue, productId) })
      return null
    },

    takeBack(changeIds: readonly number[]): null {
      changed({ productIds: letGoOf(catalogue, now(), changeIds) })
      return null
    },

    /** Puts refused changes back into the queue and lets waiting ones go at once. */
    retry(changeIds: readonly number[]): null {
      changed({ productIds: retrySome(changeIds) })
      return null
    },

    /** The same for everything of a set that can go, some of it at a time. */
    async retrySet(setId: number): Promise<null> {
      const pace = createPacer()
      const ids = catalogue.changes.outlineOf(setId).flatMap(({ id, state }) => (canGo.has(state) ? [id] : []))
      for (let at = 0; at < ids.length; at += retriedAtOnce) {
        changed({ productIds: retrySome(ids.slice(at, at + retriedAtOnce)) })
        await pace()
      }
      return null
    },

    /** Decides conflicts; the decision rests a few seconds before it is sent. */
    resolve(changeIds: readonly number[], take: Take): null {
      changed({
        productIds: resolveConflicts(catalogue, changeIds, { take, now: now(), until: now() + decisionRestMs }),
      })
      return null
    },

    /** Decides all conflicts of one kind alike. */
    resolveKind: (kind: ConflictKind, take: 'mine' | 'theirs') => kinds.resolve(kind, take),

    undecide(changeIds: readonly number[]): null {
      changed({ productIds: undecide(catalogue, changeIds) })
      return null
    },
    /** What `resolveKind` decided in one go. */
    undecideKind: (together: number): Promise<null> => kinds.undecide(together),
  }
}
