import { afterEach, beforeEach } from 'vitest'
import type { Operation } from '../../electron/shared/change'
import type { Entry } from '../../electron/shared/fields/kind'
import { openSyncedStore, type SyncedStore } from './synced-store'

export type Variation = { id: number; options: { name: string; value: string }[]; sku?: string; quantity?: number }

export const choicesOf = (option: Entry | undefined) => (option?.['choices'] ?? []) as Entry[]
export const renamedTo = (option: Entry, name: string): Entry => ({ ...option, name, formerly: [option['name']] })
export const pairsOf = (all: readonly Variation[]) =>
  Object.fromEntries(all.map(({ id, options: pairs }) => [id, pairs.map(({ name, value }) => `${name}: ${value}`)]))

/** The mug of a new demo store before each test, its options and its variations, here and there. */
export function aMugWithOptions() {
  let synced: SyncedStore
  let ids: { id: number; ecwidId: number }
  beforeEach(async () => {
    synced = await openSyncedStore()
    await synced.pull()
    const row = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100).rows.find(({ sku }) => sku === 'MUG-01')!
    ids = { id: row.id, ecwidId: row.ecwidId! }
  })
  afterEach(() => synced.close())

  const here = () => synced.session.product(ids.id)
  const remote = () => synced.remote(ids.ecwidId)
  const options = (): Entry[] => [...here().fields.options]
  const apply = (...operations: Operation[]) =>
    synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
  return {
    get synced() {
      return synced
    },
    get id() {
      return ids.id
    },
    get ecwidId() {
      return ids.ecwidId
    },
    here,
    options,
    remote,
    inStore: async () => (await remote())['options'] as Entry[],
    variationsIn: async () => (await remote())['combinations'] as Variation[],
    /** Somebody else saves these in the store. */
    saveThere: (saved: readonly Entry[]) => synced.control('POST', `/products/${ids.ecwidId}`, { options: saved }),
    apply,
    save: (saved: readonly Entry[]) =>
      apply({ kind: 'update', productId: ids.id, fields: { options: saved }, base: here().fields }),
    /** With these of one option changed. */
    edited: (name: string, edit: (option: Entry) => Entry): Entry[] =>
      options().map((option) => (option['name'] === name ? edit(option) : option)),
  }
}
