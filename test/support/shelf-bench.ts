import { expect } from 'vitest'
import { writeSet } from '../../electron/changes/write-set'
import type { Operation } from '../../electron/shared/change'
import type { ChangeRecord } from '../../electron/shared/change-record'
import type { ShelfThing } from '../../electron/shared/fields/shelf-fields'
import { readState } from './stored-product'
import type { SyncedStore } from './synced-store'

type Json = Record<string, unknown> & { id: number }
type StoredCategory = Json & { name: string; parentId?: number; enabled: boolean; orderBy: number }
type Deed = { field?: string; verb: 'set' | 'delete'; before: unknown; after: unknown }

/** What a person does with categories and product types, and somebody else in the same store. */
export function createShelfBench(synced: Pick<SyncedStore, 'store' | 'session' | 'catalogue'>) {
  async function ask<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = { Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' }
    const answer = await fetch(synced.store.baseUrl + path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    return (await answer.json()) as T
  }
  /** Faults leave these reads alone: they are known by their query. */
  const categories = async (): Promise<StoredCategory[]> =>
    (await ask<{ items: StoredCategory[] }>('GET', '/categories?asTest=1&hidden_categories=true&limit=100')).items
  const named = async (name: string) => (await categories()).filter((each) => each.name === name)
  const shown = (name: string) => synced.session.snapshot().categories.filter((each) => each.name === name)

  const apply = (...operations: Operation[]) =>
    synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })

  /** Edits one by its local id. */
  function edit(thing: ShelfThing, productId: number, deed: Deed) {
    const change = { productId, productName: 'X', thing, list: null, key: null, field: null, ...deed }
    const written = synced.catalogue.transaction(() => {
      const set = writeSet(synced.catalogue, Date.now(), { source: 'form', label: { code: 'salvaged' } })
      return { ids: set.add([change]), setId: set.id()! }
    })
    synced.session.noteChanged([productId])
    return { changeId: written.ids[0]!, setId: written.setId }
  }
  const localIdOf = (id: number) => (id < 0 ? id : synced.catalogue.shelves.findByEcwidId('category', id)!)

  return {
    ask,
    categories,
    named,
    shown,
    apply,
    edit,
    localIdOf,
    /** The id that products name it by. */
    create: (name: string, parentId = 0) => apply({ kind: 'category.create', name, parentId }).productIds[0]!,
    set: (id: number, field: string, before: unknown, after: unknown) =>
      edit('category', localIdOf(id), { field, verb: 'set', before, after }),
    remove: (id: number, before: unknown) => edit('category', localIdOf(id), { verb: 'delete', before, after: null }),
    file: (productId: number, categoryIds: number[]) =>
      apply({ kind: 'update', productId, fields: { categoryIds } }).changeSetId!,
    filed: (productId: number) => synced.session.product(productId).fields.categoryIds,
    hold: (isHeld: boolean) => synced.session.changes.holdAll(isHeld),
    /** Somebody else's write. */
    theirs: (method: string, id: number, body?: object) => ask(method, `/categories/${id}?asTest=1`, body),
    allOpen: (): ChangeRecord[] => synced.catalogue.changes.allOpen(1000),

    /** The store is as the screen shows. */
    async expectSame(): Promise<void> {
      const { products } = await readState(synced.store)
      const countOf = (id: number) => products.filter(({ categoryIds }) => categoryIds.includes(id)).length
      const inStore = (await categories()).map(({ id, parentId = 0, name, enabled, orderBy }) => ({
        id,
        parentId,
        name,
        enabled,
        orderBy,
        productCount: countOf(id),
      }))
      const counts = synced.session.reads.categoryCounts()
      const onScreen = synced.session.snapshot().categories.map(({ id, parentId, name, enabled, orderBy }) => ({
        id,
        parentId,
        name,
        enabled,
        orderBy,
        productCount: counts[id] ?? 0,
      }))
      const byId = (one: { id: number }, other: { id: number }) => one.id - other.id
      expect(onScreen.toSorted(byId)).toEqual(inStore.toSorted(byId))
      const { rows } = synced.catalogue.search({}, 0, 500)
      const shownIn = rows.map(({ id, ecwidId }) => [ecwidId, synced.session.product(id).fields.categoryIds.toSorted()])
      const storedIn = products.map(({ id, categoryIds }) => [id, categoryIds.toSorted()])
      expect(Object.fromEntries(shownIn)).toEqual(Object.fromEntries(storedIn))
    },
  }
}
export type ShelfBench = ReturnType<typeof createShelfBench>
