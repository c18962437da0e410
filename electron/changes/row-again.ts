import type { Catalogue } from '../catalogue/catalogue'
import type { Thing } from '../shared/change-address'

/**
 * The row of a thing that comes back has the id it had: what was done to it before, and what names it, means it again. Another id only
 * where that is taken.
 */
export function rowAgain({ products, shelves }: Catalogue, thing: Thing, id: number): number {
  if (thing === 'product') {
    if (products.get(id)) return products.create()
    products.createAgain(id)
  } else {
    if (shelves.get(id)) return shelves.create(thing)
    shelves.createAgain(thing, id)
  }
  return id
}
