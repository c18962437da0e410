import { remoteProductTypeSchema, type RemoteProductType } from '../shared/remote-product'
import type { ProductType, ProductTypeAttribute } from '../shared/store'
import type { Db } from './database'

/** Ecwid's product classes as a person sees them, by the id that products name them by. */
export function createProductTypesTable(db: Db) {
  const current = db.prepare(
    `SELECT json, (
       SELECT -id FROM shelves WHERE thing = 'productType' AND ecwid_id = product_types.id
         AND EXISTS (SELECT 1 FROM changes WHERE thing = 'productType' AND product_id = -shelves.id AND verb = 'create')
     ) AS made_as
     FROM product_types ORDER BY id`,
  )
  const put = db.prepare('INSERT OR REPLACE INTO product_types (id, json) VALUES (?, ?)')
  const erase = db.prepare('DELETE FROM product_types WHERE id = ?')
  const isThere = db.prepare('SELECT 1 FROM product_types WHERE id = ?')
  let attributes: Map<number, ProductTypeAttribute> | undefined

  const list = (): ProductType[] =>
    current
      .all<{ json: string; made_as: number | null }>()
      .map(({ json, made_as }) => ({ ...remoteProductTypeSchema.parse(JSON.parse(json)), madeAs: made_as }))
      .map(({ id, name, attributes, madeAs }) => ({
        id,
        name: name ?? (id === 0 ? 'General' : ''),
        attributes: (attributes ?? []).map((each) => ({
          id: each.id,
          name: each.name,
          type: each.type ?? 'CUSTOM',
          show: each.show ?? 'DESCR',
        })),
        ...(madeAs === null ? {} : { madeAs }),
      }))

  function forget(): void {
    attributes = undefined
  }

  /** Undefined: no type has it. */
  function attributeOf(id: number): ProductTypeAttribute | undefined {
    attributes ??= new Map(list().flatMap((type) => type.attributes.map((each) => [each.id, each] as const)))
    return attributes.get(id)
  }

  return {
    /** As it is with what waits. Products have to be indexed anew where the visibility of an attribute changed. */
    show(type: RemoteProductType): void {
      put.run(type.id, JSON.stringify(type))
      forget()
    },

    hide(id: number): void {
      erase.run(id)
      forget()
    },

    list,

    has: (id: number): boolean => isThere.get(id) !== undefined,

    /** Whether the storefront, and so the store's search, sees an attribute; undefined: no type has it. */
    isShown: (attributeId: number): boolean | undefined => {
      const attribute = attributeOf(attributeId)
      return attribute && attribute.show !== 'NOTSHOW'
    },

    /** Whether it is the attribute for UPC and EAN. */
    isBarcode: (attributeId: number): boolean => attributeOf(attributeId)?.type === 'UPC',

    attributeOf,

    /** After a rollback. */
    forget,
  }
}
