import type { Catalogue } from '../catalogue/catalogue'
import type { NameNow } from '../catalogue/names-in-change'
import { createNamesAnew } from '../changes/names-anew'
import { isShelf } from '../changes/reindex-thing'
import { seeShelf } from '../changes/shelves'
import { withAttributesNow } from '../shared/fields/attribute-texts'
import { entriesOf } from '../shared/fields/list-kind'
import type { ProductPatch } from '../shared/fields/product-fields'
import { newAttribute } from '../shared/fields/attribute-made-here'
import type { Reference } from '../shared/fields/references'
import type { ShelfThing } from '../shared/fields/shelf-fields'
import { once } from '../shared/once'
import type { NamesThen } from '../shared/snapshot'
import type { RemoteProduct } from '../shared/remote-product'
import { contentThen } from './thing-content'

/**
 * What categories, product types and their attributes of a snapshot are called now: one that came back since is another one to the store, and
 * the same to its owner. What is gone is called by the local id under which it would come back.
 */
export function createShelfNames(catalogue: Catalogue, snapshotId: number) {
  const { shelves, snapshots } = catalogue
  const anew = createNamesAnew(catalogue)
  const known = once(readThen)

  /** Only what may be another one now has another name. */
  function readThen() {
    const localIds = { category: new Map<number, number>(), productType: new Map<number, number>() }
    const attributes = new Map<string, { typeId: number; name: string }>()
    const called = new Map<number, string>()
    const all: NamesThen = { categories: [], types: [] }
    for (const localId of snapshots.changedAfter(snapshotId).filter(isShelf)) {
      const then = contentThen(catalogue, snapshotId, localId)
      if (!then || then.thing === 'product') continue
      localIds[then.thing].set(then.is.id, localId)
      const name = typeof then.is['name'] === 'string' ? then.is['name'] : ''
      called.set(localId, name)
      const ids = [localId, then.is.id]
      if (then.thing === 'category') {
        all.categories.push(...ids.map((id) => ({ id, name })))
        continue
      }
      const of = entriesOf(then.is['attributes']).map((each) => ({
        id: Number(each['id']),
        name: String(each['name']),
      }))
      all.types.push(...ids.map((id) => ({ id, name, attributes: of })))
      for (const each of of) attributes.set(String(each.id), { typeId: localId, name: each.name })
    }
    return { localIds, attributes, called, all }
  }

  const nameNow: NameNow = ({ thing, id }) => {
    if (thing === 'product') return anew.nameNow({ thing, id })
    if (id === 0) return id
    const made = id < 0 || shelves.findByEcwidId(thing, id) !== undefined ? null : anew.nameNow({ thing, id })
    if (made !== null && made !== id) return made
    const localId = id < 0 ? id : known().localIds[thing].get(id)
    return localId === undefined ? id : (shelves.get(localId)?.ecwidId ?? localId)
  }

  /** By its id, or by its type and its name where the store has none for it. */
  function attributeNow(key: string): string {
    const then = known().attributes.get(key)
    if (!then) return key
    const now = entriesOf(seeShelf(catalogue, then.typeId)?.current['attributes'])
    if (now.some(({ id }) => String(id) === key)) return key
    const id = now.find(({ name }) => name === then.name)?.['id']
    return typeof id === 'number' ? String(id) : newAttribute(then.typeId, then.name)
  }

  /** The store has a number for it, or it keeps that of then. */
  const numberedNow = <One extends { id?: unknown }>(each: One): One => ({
    ...each,
    id: Number(attributeNow(String(each.id))) || each.id,
  })

  return {
    nameNow,
    /** Of those that may be other ones now, also where they are not here. */
    calledAll: (): NamesThen => known().all,
    /** What a person called it then; nothing where it is still the same. */
    calledThen: ({ thing, id, attribute }: Reference): string => {
      if (attribute !== undefined || thing === 'product') return attribute ?? ''
      return known().called.get(id < 0 ? id : (shelves.findByEcwidId(thing, id) ?? 0)) ?? ''
    },
    /** A product, with what it is filed in called as it is now. */
    inProduct(product: RemoteProduct): RemoteProduct {
      const { categoryIds, defaultCategoryId, productClassId, attributes, combinations } = product
      const called = (thing: ShelfThing, id: number) => nameNow({ thing, id }) ?? id
      const category = (id: number) => called('category', id)
      return {
        ...product,
        ...(categoryIds && { categoryIds: categoryIds.map(category) }),
        ...(typeof defaultCategoryId === 'number' && { defaultCategoryId: category(defaultCategoryId) }),
        ...(productClassId && { productClassId: called('productType', productClassId) }),
        ...(attributes && { attributes: attributes.map(numberedNow) }),
        ...(combinations && {
          combinations: combinations.map((each) => ({
            ...each,
            ...(Array.isArray(each['attributes']) && { attributes: entriesOf(each['attributes']).map(numberedNow) }),
          })),
        }),
      }
    },
    /** Its values, with attributes that the store has not yet called by their type. */
    inFields<Fields extends ProductPatch>(fields: Fields): Fields {
      const named = <Value>(values: Readonly<Record<string, Value>>) =>
        Object.fromEntries(Object.entries(values).map(([key, value]) => [attributeNow(key), value]))
      const { attributes, attributesTranslated: texts, attributesShown: shown } = fields
      return {
        ...fields,
        ...(attributes && { attributes: named(attributes) }),
        ...(texts && { attributesTranslated: withAttributesNow(texts, attributeNow) }),
        ...(shown && { attributesShown: named(shown) }),
      }
    },
  }
}
export type ShelfNames = ReturnType<typeof createShelfNames>
