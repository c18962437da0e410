import { remoteProductTypeSchema, type RemoteProductType } from '../shared/remote-product'
import type { ProductType } from '../shared/store'
import type { Db } from './database'

/** Ecwid's product classes. */
export function createProductTypesTable(db: Db) {
  const current = db.prepare('SELECT id, json FROM product_types ORDER BY id')
  const insert = db.prepare('INSERT INTO product_types (id, json) VALUES (?, ?)')
  const clear = db.prepare('DELETE FROM product_types')
  let shown: Map<number, boolean> | undefined

  const list = (): ProductType[] =>
    current
      .all<{ json: string }>()
      .map(({ json }) => remoteProductTypeSchema.parse(JSON.parse(json)))
      .map(({ id, name, attributes }) => ({
        id,
        name: name ?? (id === 0 ? 'General' : ''),
        attributes: (attributes ?? []).map((each) => ({
          id: each.id,
          name: each.name,
          type: each.type ?? 'CUSTOM',
          show: each.show ?? 'DESCR',
        })),
      }))

  return {
    /** What the list may name without that it can be read stays. False: nothing differed. True: products have to be indexed anew where the visibility of an attribute changed. */
    replaceAll(types: readonly RemoteProductType[], mayBeUnread: (id: number) => boolean = () => false): boolean {
      return db.transaction(() => {
        const after = new Map(types.map((type) => [type.id, JSON.stringify(type)]))
        const before = current.all<{ id: number; json: string }>()
        for (const { id, json } of before) if (!after.has(id) && mayBeUnread(id)) after.set(id, json)
        if (before.length === after.size && before.every(({ id, json }) => after.get(id) === json)) return false
        clear.run()
        for (const [id, json] of after) insert.run(id, json)
        shown = undefined
        return true
      })
    },

    list,

    /** Whether the storefront, and so the store's search, sees an attribute; undefined: no type has it. */
    isShown: (attributeId: number): boolean | undefined => {
      shown ??= new Map(list().flatMap((type) => type.attributes.map((each) => [each.id, each.show !== 'NOTSHOW'])))
      return shown.get(attributeId)
    },

    /** After a rollback. */
    forget: (): void => void (shown = undefined),
  }
}
