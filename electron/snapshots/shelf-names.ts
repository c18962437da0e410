import type { Catalogue } from '../catalogue/catalogue'
import type { NameNow } from '../catalogue/names-in-change'
import { createNamesAnew } from '../changes/names-anew'
import { createPacer } from '../changes/pacer'
import { isShelf } from '../changes/reindex-thing'
import { seeShelf } from '../changes/shelves'
import { withAttributesNow } from '../shared/fields/attribute-texts'
import { entriesOf } from '../shared/fields/list-kind'
import type { ProductPatch } from '../shared/fields/product-fields'
import { newAttribute } from '../shared/fields/attribute-made-here'
import type { Reference } from '../shared/fields/references'
import type { ShelfThing } from '../shared/fields/shelf-fields'
import type { NamesThen } from '../shared/snapshot'
import type { RemoteProduct } from '../shared/remote-product'
import { contentThen, type Content } from './thing-content'

type Shelf = Extract<Content, { thing: ShelfThing }>

type Then = {
  localIds: Record<ShelfThing, Map<number, number>>
  attributes: Map<string, { typeId: number; name: string }>
  called: Map<number, string>
  all: NamesThen
}

function noteThen({ localIds, attributes, called, all }: Then, localId: number, { thing, is }: Shelf): void {
  localIds[thing].set(is.id, localId)
  const name = typeof is['name'] === 'string' ? is['name'] : ''
  called.set(localId, name)
  const ids = [localId, is.id]
  if (thing === 'category') return void all.categories.push(...ids.map((id) => ({ id, name })))
  const of = entriesOf(is['attributes']).map((each) => ({ id: Number(each['id']), name: String(each['name']) }))
  all.types.push(...ids.map((id) => ({ id, name, attributes: of })))
  for (const each of of) attributes.set(String(each.id), { typeId: localId, name: each.name })
}

/**
 * What categories, product types and their attributes of a snapshot are called now: one that came back since is another one to the store, and
 * the same to its owner. What is gone is called by the local id under which it would come back.
 */
export function createShelfNames(catalogue: Catalogue, snapshotId: number) {
  const { shelves, snapshots } = catalogue
  const anew = createNamesAnew(catalogue)
  let then: Then | null = null
  /** Read at once where nobody has made it ready. */
  const known = (): Then => then ?? finish(readThen())
  const finish = (reading: Iterator<unknown, Then>): Then => {
    for (;;) {
      const { done, value } = reading.next()
      if (done) return (then = value)
    }
  }

  /** Only what may be another one now has another name. A step for each. */
  function* readThen(): Generator<undefined, Then> {
    const localIds = { category: new Map<number, number>(), productType: new Map<number, number>() }
    const found: Then = { localIds, attributes: new Map(), called: new Map(), all: { categories: [], types: [] } }
    for (const localId of snapshots.changedAfter(snapshotId).filter(isShelf)) {
      const was = contentThen(catalogue, snapshotId, localId)
      if (was && was.thing !== 'product') noteThen(found, localId, was)
      yield
    }
    return found
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
    /** Reads what was called how some at a time; without it, that is read at once where it is first asked for. */
    async ready(): Promise<void> {
      if (then) return
      const pace = createPacer()
      const reading = readThen()
      for (let step = reading.next(); ; step = reading.next()) {
        if (step.done) return void (then = step.value)
        await pace()
      }
    },
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
