import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { listedFields } from '../shared/fields/listed-fields'
import { foldingVersion } from '../shared/fold-text'
import { reindexProduct } from './reindex'

const portion = 25
/** As a laptop wakes up, a portion may seem to have taken hours. */
const longestRestMs = 200
const stateSchema = z.object({ version: z.union([z.number(), z.string()]), doneUpTo: z.number() })
const wholly = Number.MAX_SAFE_INTEGER
/** What is looked at for texts that are missing in a language. */
const translated = 'attributes and pictures too'

type Parts = {
  catalogue: Catalogue
  signal: AbortSignal
  rest?: (ms: number) => Promise<unknown>
}

/**
 * Indexes every product anew that was indexed by an older folding rule, before a field had its column or its codes their table, with
 * the stock of the product alone, or for other languages or fewer texts of them, some at a time. Until its turn comes, a product is found as before. What a crash leaves undone, the next start does.
 * It rests as long as it works: nobody asked for it, and whoever starts the program works meanwhile.
 */
export async function reindexWhatIsOld(parts: Parts): Promise<void> {
  const { catalogue } = parts
  await forEachOnce(parts, { key: 'folding', version: foldingVersion }, (id) => {
    catalogue.products.unindex(id)
    reindexProduct(catalogue, id)
  })
  await forEachOnce(parts, { key: 'field columns', version: listedFields.join(' ') }, (id) =>
    reindexProduct(catalogue, id),
  )
  await forEachOnce(parts, { key: 'barcodes', version: 1 }, (id) => reindexProduct(catalogue, id))
  await forEachOnce(parts, { key: 'stock of variations', version: 1 }, (id) => reindexProduct(catalogue, id))
  // With one language nothing is translated.
  const languages = catalogue.languages()
  if (languages.length < 2) return
  await forEachOnce(parts, { key: 'languages', version: [translated, ...languages].join(' ') }, (id) =>
    reindexProduct(catalogue, id),
  )
}

type Pass = { key: string; version: number | string }

async function forEachOnce(
  { catalogue, signal, rest = setTimeout }: Parts,
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
    const began = performance.now()
    catalogue.repeatable(() => {
      for (const id of ids.slice(at, at + portion)) {
        index(id)
        doneUpTo = id
      }
      note()
    })
    await rest(Math.min(performance.now() - began, longestRestMs))
  }
  doneUpTo = wholly
  catalogue.repeatable(note)
}
