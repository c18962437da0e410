import type { Catalogue } from '../catalogue/catalogue'
import type { Operation } from '../shared/change'
import { AppError } from '../shared/errors'
import { applyOperations, type Applied } from './apply'
import { reindexProduct } from './reindex'
import { revertSet } from './revert'
import { takeBack } from './take-back'

type Parts = {
  catalogue: Catalogue
  now: () => number
  /** These products look different now; something may wait to be sent. */
  onChanged: (productIds: number[]) => void
}

/** Every write of the person goes through here: stored with its queue entry in one transaction, sent later by sync/push. */
export function createChanges({ catalogue, now, onChanged }: Parts) {
  function changed<T extends { productIds: number[] }>(result: T): T {
    if (result.productIds.length > 0) onChanged(result.productIds)
    return result
  }

  return {
    apply: (input: {
      source: 'form' | 'list' | 'pictures'
      label: string
      operations: readonly Operation[]
    }): Applied => changed(applyOperations(catalogue, now(), input)),

    revert: (setId: number): Applied => changed(revertSet(catalogue, now(), setId)),

    drop(changeIds: readonly number[]): null {
      changed({ productIds: takeBack(catalogue, changeIds) })
      return null
    },

    /** Puts refused changes back into the queue and lets waiting ones go at once. */
    retry(changeIds: readonly number[]): null {
      const productIds = catalogue.transaction(() =>
        changeIds.flatMap((id) => {
          const change = catalogue.changes.get(id)
          if (change?.state !== 'refused' && change?.state !== 'waiting' && change?.state !== 'unknown') return []
          const state = change.state === 'unknown' ? 'unknown' : 'waiting'
          catalogue.changes.update(id, { state, reason: null, retryAt: null, attempts: 0 })
          reindexProduct(catalogue, change.productId)
          return [change.productId]
        }),
      )
      changed({ productIds })
      return null
    },

    /** Decides a conflict: `mine` is sent over what the store has now, `theirs` lets the edit go. */
    resolve(changeId: number, take: 'mine' | 'theirs'): null {
      const change = catalogue.changes.get(changeId)
      if (change?.state !== 'conflict') throw new AppError('not-found', 'This conflict is settled already.')
      catalogue.transaction(() => {
        const same = catalogue.changes
          .openOf(change.productId)
          .filter((other) => other.state === 'conflict' && other.kind === change.kind && other.field === change.field)
        for (const { id } of same) {
          const decided =
            take === 'mine' ? { state: 'waiting' as const, before: change.theirs } : { state: 'dropped' as const }
          catalogue.changes.update(id, { ...decided, reason: null, retryAt: null })
        }
        reindexProduct(catalogue, change.productId)
      })
      changed({ productIds: [change.productId] })
      return null
    },
  }
}
export type Changes = ReturnType<typeof createChanges>
