import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { listedFields } from '../shared/fields/listed-fields'
import { foldingVersion } from '../shared/fold-text'
import { reindexProduct } from './reindex'

const portion = 25
const stateSchema = z.object({ version: z.union([z.number(), z.string()]), doneUpTo: z.number() })
const wholly = Number.MAX_SAFE_INTEGER

/**
 * Indexes every product anew that was indexed by an older folding rule, or before a field had its column, some at a time. Until
 * its turn comes, a product is found as before. What a crash leaves undone, the next start does.
 */
export async function reindexWhatIsOld(catalogue: Catalogue, signal: AbortSignal): Promise<void> {
  await forEachOnce(catalogue, signal, { key: 'folding', version: foldingVersion }, (id) => {
    catalogue.products.unindex(id)
    reindexProduct(catalogue, id)
  })
  await forEachOnce(catalogue, signal, { key: 'field columns', version: listedFields.join(' ') }, (id) =>
    reindexProduct(catalogue, id),
  )
}

type Pass = { key: string; version: number | string }

async function forEachOnce(
  catalogue: Catalogue,
  signal: AbortSignal,
  { key, version }: Pass,
  index: (id: number) => void,
): Promise<void> {
  const stored = catalogue.meta.get(key, stateSchema)
  let doneUpTo = stored?.version === version ? stored.doneUpTo : 0
  if (doneUpTo === wholly) return
  const ids = catalogue.products.idsAfter(doneUpTo)
  const note = () => catalogue.meta.set(key, { version, doneUpTo })
  for (let at = 0; at < ids.length; at += portion) {
    if (signal.aborted) return
    catalogue.repeatable(() => {
      for (const id of ids.slice(at, at + portion)) {
        index(id)
        doneUpTo = id
      }
      note()
    })
    await new Promise((resolve) => setImmediate(resolve))
  }
  doneUpTo = wholly
  catalogue.repeatable(note)
}
