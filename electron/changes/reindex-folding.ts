import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { foldingVersion } from '../shared/fold-text'
import { reindexProduct } from './reindex'

const portion = 25
const stateSchema = z.object({ version: z.number(), doneUpTo: z.number() })
const wholly = Number.MAX_SAFE_INTEGER

/**
 * Indexes every product anew that an older folding rule indexed, some at a time. Until its turn comes, a product is found as
 * before. What a crash leaves undone, the next start does.
 */
export async function reindexForFolding(catalogue: Catalogue, signal: AbortSignal): Promise<void> {
  const stored = catalogue.meta.get('folding', stateSchema)
  let doneUpTo = stored?.version === foldingVersion ? stored.doneUpTo : 0
  if (doneUpTo === wholly) return
  const ids = catalogue.products.idsAfter(doneUpTo)
  const note = () => catalogue.meta.set('folding', { version: foldingVersion, doneUpTo })
  for (let at = 0; at < ids.length; at += portion) {
    if (signal.aborted) return
    catalogue.repeatable(() => {
      for (const id of ids.slice(at, at + portion)) {
        catalogue.products.unindex(id)
        reindexProduct(catalogue, id)
        doneUpTo = id
      }
      note()
    })
    await new Promise((resolve) => setImmediate(resolve))
  }
  doneUpTo = wholly
  catalogue.repeatable(note)
}
