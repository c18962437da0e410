import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { listedFields } from '../shared/fields/listed-fields'
import { foldingVersion } from '../shared/fold-text'
import { reindexProduct } from './reindex'
import { reindexShelf } from './shelves'

const portion = 25
/** As a laptop wakes up, a portion may seem to have taken hours. */
const longestRestMs = 200
const stateSchema = z.object({ version: z.union([z.number(), z.string()]), doneUpTo: z.number() })
const wholly = Number.MAX_SAFE_INTEGER
/** What is looked at for texts that are missing in a language. */
const translated = 'attributes and all pictures too'
/** What is seen of a category in the tree. */
const inSight = 'picture, missing texts and its alt texts'

type Parts = {
  catalogue: Catalogue
  signal: AbortSignal
  rest?: (ms: number) => Promise<unknown>
  /** Categories are in the tree with what they had not there before. */
  onCategories?: () => void
}

/**
 * Indexes every product anew that was indexed by an older folding rule, before a field had its column or its codes their table, with
 * the stock of the product alone, or for other languages or fewer texts of them, some at a time, and categories alike. Until its turn comes, a product is found as before. What a crash leaves undone, the next start does.
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
  const languages = catalogue.languages()
  const forCategories = { key: 'categories', version: [inSight, ...languages].join(' '), of: categories }
  if (await forEachOnce(parts, forCategories, (number) => reindexShelf(catalogue, -number))) parts.onCategories?.()
  // With one language nothing is translated.
  if (languages.length < 2) return
  await forEachOnce(parts, { key: 'languages', version: [translated, ...languages].join(' ') }, (id) =>
    reindexProduct(catalogue, id),
  )
}

type Pass = { key: string; version: number | string; of?: (catalogue: Catalogue, after: number) => number[] }

const products: NonNullable<Pass['of']> = (catalogue, after) => catalogue.products.idsAfter(after)
const categories: NonNullable<Pass['of']> = (catalogue, after) => catalogue.shelves.numbersAfter('category', after)

/** Whether any was indexed, and all are now. */
async function forEachOnce(
  { catalogue, signal, rest = setTimeout }: Parts,
  { key, version, of = products }: Pass,
  index: (id: number) => void,
): Promise<boolean> {
  const stored = catalogue.meta.get(key, stateSchema)
  let doneUpTo = stored?.version === version ? stored.doneUpTo : 0
  if (doneUpTo === wholly) return false
  const ids = of(catalogue, doneUpTo)
  const note = () => catalogue.meta.set(key, { version, doneUpTo })
  for (let at = 0; at < ids.length; at += portion) {
    if (signal.aborted) return false
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
  return ids.length > 0
}
