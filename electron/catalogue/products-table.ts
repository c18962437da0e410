import { z } from 'zod'
import type { ProductOwner, ProductRow, ProductState } from '../shared/product-query'
import { inLanguages, readKeptProduct, type RemoteProduct } from '../shared/remote-product'
import type { Db } from './database'
import { toNumbers } from './number-list'
import { createOwners } from './owners'
import { productRowColumns, toProductRow, type ProductRecord } from './product-row'
import type { Revisions } from './revisions'

export type StoredProduct = { id: number; ecwidId: number | null; remote: RemoteProduct | null }

const identitySchema = z.object({ id: z.number(), updateTimestamp: z.number().catch(0) })

/** Products made here come after all that have an Ecwid id, oldest first. */
const localPlace = (id: number) => 2 ** 52 + id

/** Identity, the store's JSON and the list row of every product. Derived columns are written by product-index.ts alone. */
export function createProductsTable(
  db: Db,
  revisions: Revisions,
  languages: () => readonly string[],
  /** Null: the product is gone. */
  onPlace: (id: number, place: number | null) => void,
) {
  const byId = db.prepare(
    'SELECT p.ecwid_id, r.json FROM products p LEFT JOIN remotes r ON r.product_id = p.id WHERE p.id = ?',
  )
  const idsAbove = db.prepare('SELECT id FROM products WHERE id > ? ORDER BY id')
  const ecwidIdOf = db.prepare('SELECT ecwid_id FROM products WHERE id = ?')
  const byEcwidId = db.prepare('SELECT id FROM products WHERE ecwid_id = ?')
  const insert = db.prepare('INSERT INTO products (ecwid_id, place, remote_updated_at) VALUES (?, ?, ?)')
  const insertAgain = db.prepare('INSERT INTO products (id, place) VALUES (?, ?)')
  const setIdentity = db.prepare('UPDATE products SET ecwid_id = ?, place = ? WHERE id = ?')
  const setRemoteTime = db.prepare('UPDATE products SET remote_updated_at = ? WHERE id = ?')
  const putJson = db.prepare(
    'INSERT INTO remotes (product_id, json) VALUES (?, ?) ON CONFLICT (product_id) DO UPDATE SET json = excluded.json',
  )
  const setStateOf = db.prepare('UPDATE products SET state = ? WHERE id = ? AND state <> ?')
  const rowOf = db.prepare(`SELECT ${productRowColumns} FROM products WHERE id = ? AND hidden = 0`)
  const visible = db.prepare(
    'SELECT (SELECT count(*) FROM products) - (SELECT count(*) FROM products WHERE hidden = 1) AS total',
  )
  const versions = db.prepare(
    `SELECT CAST(group_concat(ecwid_id || ',' || id || ',' || coalesce(remote_updated_at, 0)) AS BLOB) AS list
     FROM products WHERE ecwid_id IS NOT NULL`,
  )
  // The list's own order by time knows it of all but those that are being deleted.
  const newestUpdate = db.prepare(
    `SELECT max(at) AS at FROM (SELECT max(updated_at) AS at FROM products WHERE hidden = 0
       UNION ALL SELECT max(remote_updated_at) FROM products WHERE hidden = 1)`,
  )
  const withPictures = db.prepare(
    `SELECT p.id, p.picture_count AS pictures, p.without_alt AS missing FROM json_each(?) wanted
     JOIN products p ON p.id = wanted.value WHERE p.picture_count > 0 ORDER BY wanted.key`,
  )
  const owner = createOwners(db)
  const removeRow = db.prepare('DELETE FROM products WHERE id = ?')

  const findByEcwidId = (ecwidId: number) => byEcwidId.get<{ id: number }>(ecwidId)?.id

  return {
    /** `remote` is what the store last sent, with every field this program does not know. */
    get(id: number): StoredProduct | undefined {
      const found = byId.get<{ ecwid_id: number | null; json: string | null }>(id)
      if (!found) return undefined
      const remote = found.json === null ? null : readKeptProduct(JSON.parse(found.json))
      return { id, ecwidId: found.ecwid_id, remote: remote && inLanguages(remote, languages()) }
    },

    /** What the store last sent, verbatim; undefined when it never did. */
    rawOf(id: number): Record<string, unknown> | undefined {
      const json = byId.get<{ json: string | null }>(id)?.json
      return json === null || json === undefined ? undefined : (JSON.parse(json) as Record<string, unknown>)
    },

    /** Null: the store has not given it one yet, or there is no such product. */
    ecwidIdOf: (id: number): number | null => ecwidIdOf.get<{ ecwid_id: number | null }>(id)?.ecwid_id ?? null,

    /** The local id. */
    findByEcwidId,

    /** A row for a product made here; it is in no list until it is indexed. */
    create(): number {
      const id = insert.run(null, 0, null).lastInsertRowid
      setIdentity.run(null, localPlace(id), id)
      revisions.bump('rows', 'hidden')
      onPlace(id, localPlace(id))
      return id
    },

    /** An id that no product has or gets, for one that is not here. */
    spareId(): number {
      const id = insert.run(null, 0, null).lastInsertRowid
      removeRow.run(id)
      return id
    },

    /** One that is not here any more is to be made again: what was done to it means it again. */
    createAgain(id: number): void {
      insertAgain.run(id, localPlace(id))
      revisions.bump('rows', 'hidden')
      onPlace(id, localPlace(id))
    },

    /** Keeps the store's JSON verbatim under its Ecwid id and returns the local id. Does not index. */
    putRemote(raw: unknown): number {
      const { id: ecwidId, updateTimestamp } = identitySchema.parse(raw)
      return db.transaction(() => {
        const known = findByEcwidId(ecwidId)
        const id = known ?? insert.run(ecwidId, ecwidId, updateTimestamp).lastInsertRowid
        if (known === undefined) {
          revisions.bump('rows', 'hidden')
          onPlace(id, ecwidId)
        } else {
          setRemoteTime.run(updateTimestamp, id)
        }
        putJson.run(id, JSON.stringify(raw))
        return id
      })
    },

    /** A product made here got its Ecwid id. */
    attach(id: number, ecwidId: number): void {
      setIdentity.run(ecwidId, ecwidId, id)
      revisions.bump('place')
      onPlace(id, ecwidId)
    },

    setState(id: number, state: ProductState): void {
      if (setStateOf.run(state, id, state).changes > 0) revisions.bump('state')
    },

    removeRow: (id: number): void => {
      removeRow.run(id)
      revisions.bump('rows', 'hidden')
      onPlace(id, null)
    },

    /** The newest update time (UNIX seconds) of a product as it is kept here; 0 without any. */
    newestUpdate: (): number => newestUpdate.get<{ at: number | null }>()?.at ?? 0,

    /** Ecwid id -> local id and the update time (UNIX seconds) of the JSON kept here. */
    remoteVersions(): Map<number, { id: number; updateTimestamp: number }> {
      const numbers = toNumbers(versions.get<{ list: Uint8Array | null }>()?.list)
      const found = new Map<number, { id: number; updateTimestamp: number }>()
      for (let i = 0; i < numbers.length; i += 3) {
        found.set(numbers[i] ?? 0, { id: numbers[i + 1] ?? 0, updateTimestamp: numbers[i + 2] ?? 0 })
      }
      return found
    },

    /** Ascending. */
    idsAfter: (id: number): number[] => idsAbove.all<{ id: number }>(id).map((row) => row.id),

    /** Products that lists show. */
    count: () => visible.get<{ total: number }>()?.total ?? 0,

    row(id: number): ProductRow | undefined {
      const found = rowOf.get<ProductRecord>(id)
      return found && toProductRow(found)
    },

    /** Of those with pictures: how many, and how many of them have no alt text; in the order of the ids. */
    pictureCounts: (ids: readonly number[]) =>
      withPictures.all<{ id: number; pictures: number; missing: number }>(JSON.stringify(ids)),

    /** The product that has this SKU itself or in a variation. */
    skuOwner: (text: string, exceptProductId: number | null) => owner({ of: 'sku', text, exceptProductId }),

    owner,

    /** The one that has it, where no other one does. */
    onlyOwner(of: ProductOwner['of'], text: string): ProductRow | 'none' | 'several' {
      const first = owner({ of, text, exceptProductId: null })
      if (!first) return 'none'
      return owner({ of, text, exceptProductId: first.id }) ? 'several' : first
    },
  }
}
