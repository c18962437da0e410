import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { pageLimit } from '../ecwid/pages'
import type { PullParts } from './pull-delta'
import { takeInFresh } from './take-in'

// Whether an attribute is shown stands in its type and again in each product, which may differ from it. A change of the type
// moves no product's time of change, so products with the attribute are read again.

const key = 'showChanged'
const idsSchema = z.array(z.number())

export const showOfAttributes = (catalogue: Catalogue): Map<number, string> =>
  new Map(catalogue.productTypes.list().flatMap((type) => type.attributes.map(({ id, show }) => [id, show] as const)))

/** Notes which attributes of the product types are shown otherwise than before. Belongs into the transaction that changed them. */
export function noteShowChanged(catalogue: Catalogue, before: ReadonlyMap<number, string>): void {
  const changed = [...showOfAttributes(catalogue)].flatMap(([id, show]) =>
    before.has(id) && before.get(id) !== show ? [id] : [],
  )
  if (changed.length > 0) catalogue.meta.set(key, [...new Set([...noted(catalogue), ...changed])])
}

const noted = (catalogue: Catalogue): number[] => catalogue.meta.get(key, idsSchema) ?? []

/** Reads the products with noted attributes by id. The note stays until all of them were read. */
export async function readShowAgain({ catalogue, ecwid, signal, now, writes, onChanged }: PullParts): Promise<void> {
  const attributes = new Set(noted(catalogue))
  if (attributes.size === 0) return
  const ids = await productsWith(catalogue, attributes, signal)
  for (let from = 0; from < ids.length; from += pageLimit) {
    const askedAt = now()
    const { items } = await ecwid.getProducts(ids.slice(from, from + pageLimit), { signal })
    onChanged(takeInFresh(catalogue, items, writes.since(askedAt)))
  }
  catalogue.meta.remove(key)
}

/** Ecwid ids; some products at a time, because a search may wait for its turn. */
async function productsWith(catalogue: Catalogue, attributes: ReadonlySet<number>, signal: AbortSignal) {
  const found: number[] = []
  let looked = 0
  for (const [ecwidId, { id }] of catalogue.products.remoteVersions()) {
    const own = catalogue.products.get(id)?.remote?.attributes ?? []
    if (own.some((each) => each.id !== undefined && attributes.has(each.id))) found.push(ecwidId)
    if (++looked % 25 > 0) continue
    await new Promise((resolve) => setImmediate(resolve))
    signal.throwIfAborted()
  }
  return found
}
