import type { Catalogue } from '../catalogue/catalogue'
import { overlay } from '../changes/overlay'
import { isShelf } from '../changes/reindex-thing'
import { hides, seeShelf } from '../changes/shelves'
import type { Thing } from '../shared/change-address'
import { inLanguages, readKeptProduct, remoteProductSchema, type RemoteProduct } from '../shared/remote-product'
import { remoteShelfSchema, type RemoteShelf } from '../shared/remote-shelf'

/** What a person sees, or saw, of a product, category or product type. */
export type Content = { thing: 'product'; is: RemoteProduct } | { thing: Exclude<Thing, 'product'>; is: RemoteShelf }

/** Null: it is not there. */
export function contentNow(catalogue: Catalogue, id: number): Content | null {
  return isShelf(id) ? ofShelf(catalogue, id) : ofProduct(catalogue, id)
}

function ofProduct(catalogue: Catalogue, id: number): Content | null {
  const record = catalogue.products.get(id)
  if (!record) return null
  const open = catalogue.changes.openOf('product', id)
  if (!record.remote && open.length === 0) return null
  const { current, hidden } = overlay(record.remote, open)
  return hidden ? null : { thing: 'product', is: current }
}

function ofShelf(catalogue: Catalogue, id: number): Content | null {
  const shelf = seeShelf(catalogue, id)
  if (!shelf || (!shelf.remote && shelf.open.length === 0)) return null
  return hides(shelf.open) ? null : { thing: shelf.thing, is: shelf.current }
}

/** The same as it is kept. */
export function writtenNow(catalogue: Catalogue, id: number): string | null {
  const content = contentNow(catalogue, id)
  return content && writtenContent(content)
}

/** As it is kept: the same for the same. */
function writtenContent({ thing, is }: Content): string {
  // When something was done is nothing that was done, and languages are the store's.
  const { updated: _, updateTimestamp: __, storeLanguages: ___, ...content } = is
  return JSON.stringify({ [thing]: inOrder(content) })
}

/** What an archive says of a thing, as it is kept, and the number that the store gave it. Throws where it can be none. */
export function keptText(thing: Thing, said: Record<string, unknown>): { ecwidId: number; text: string } {
  const { id } = thing === 'product' ? remoteProductSchema.parse(said) : remoteShelfSchema.parse(said)
  const content = { thing, is: withoutNamesMadeHere(said) } as Content
  return { ecwidId: id, text: writtenContent(content) }
}

/** Numbers below zero are names of this or another local copy; by them a store finds nothing. */
function withoutNamesMadeHere(said: Record<string, unknown>): Record<string, unknown> {
  const isName = (value: unknown) => typeof value === 'number' && value < 0
  const named = ([name, value]: [string, unknown]): [string, unknown][] => {
    if (name.endsWith('Id')) return isName(value) ? [] : [[name, value]]
    if (name.endsWith('Ids') && Array.isArray(value)) return [[name, value.filter((one) => !isName(one))]]
    return [[name, name === 'relatedProducts' && isRecord(value) ? withoutNamesMadeHere(value) : value]]
  }
  return Object.fromEntries(Object.entries(said).flatMap(named))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What was kept of a product in a snapshot; null: it was not there. */
export function productThen(catalogue: Catalogue, snapshotId: number, id: number): RemoteProduct | null {
  const then = contentThen(catalogue, snapshotId, id)
  return then?.thing === 'product' ? then.is : null
}

/** What was kept of a thing in a snapshot; null: it was not there. */
export function contentThen(catalogue: Catalogue, snapshotId: number, id: number): Content | null {
  const json = catalogue.snapshots.contentAt(snapshotId, id)
  if (json === null) return null
  const [thing, is] = Object.entries(JSON.parse(json) as Record<Thing, unknown>)[0] ?? []
  if (thing !== 'product') return { thing: thing as Exclude<Thing, 'product'>, is: remoteShelfSchema.parse(is) }
  return { thing, is: inLanguages(readKeptProduct(is), catalogue.languages()) }
}

/** The order of names says nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, each]) => [name, inOrder(each)]))
}
