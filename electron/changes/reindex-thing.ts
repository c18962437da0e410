import type { Catalogue } from '../catalogue/catalogue'
import { reindexProduct } from './reindex'
import { reindexShelf } from './shelves'

/** Local ids of categories and product types are below zero. */
export const isShelf = (id: number): boolean => id < 0

/** Brings lists and searches in line with what the store sent of any thing, and what waits of it. Belongs into the transaction that touched either. */
export const reindexThing = (catalogue: Catalogue, id: number): void =>
  isShelf(id) ? reindexShelf(catalogue, id) : reindexProduct(catalogue, id)
