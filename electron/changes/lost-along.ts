import type { Catalogue } from '../catalogue/catalogue'
import { isDelete, type Act } from '../shared/change-address'
import type { ChangeRecord, Lost } from '../shared/change-record'
import { attributeOfText } from '../shared/fields/attribute-texts'
import { readFields } from '../shared/fields/product-fields'
import { entriesOf } from '../shared/fields/list-kind'
import { attributeNamed } from '../shared/fields/attribute-made-here'
import type { ShelfThing } from '../shared/fields/shelf-fields'
import { idsInOrder } from '../shared/fields/product-order'
import { remoteProductSchema, type RemoteProduct } from '../shared/remote-product'
import type { RemoteShelf } from '../shared/remote-shelf'
import { currentProduct, reindexProduct } from './reindex'
import { attributesOfType } from './values-of-type'

// A category, a product type or an attribute of one that goes takes along what products had by it. The store tells nobody what that was,
// so it is noted right before, and an undo gives it back.

export type Removal = Pick<ChangeRecord, 'before' | 'after' | keyof Act>

/** Ids of the attributes that go with this change. */
export function attributesGone({ thing, field, verb, before, after }: Removal): Set<string> {
  if (thing !== 'productType') return new Set()
  if (verb === 'delete') return idsIn((before as { attributes?: unknown } | null)?.attributes)
  if (field !== 'attributes') return new Set()
  const kept = idsIn(after)
  return new Set([...idsIn(before)].filter((id) => !kept.has(id)))
}

const idsIn = (attributes: unknown): Set<string> =>
  new Set(entriesOf(attributes).flatMap(({ id }) => (typeof id === 'number' ? [String(id)] : [])))

/** What these products, by their local ids, lose with this change of `shelf`. */
export function lostAlong(
  catalogue: Catalogue,
  change: Removal,
  shelf: RemoteShelf,
  productIds: readonly number[],
): Lost[] {
  const gone = attributesGone(change)
  const going = { change, shelf, isGone: (key: string) => gone.has(key) }
  return productIds.flatMap((productId): Lost[] => {
    const id = catalogue.products.ecwidIdOf(productId)
    const lost = id === null ? undefined : lostBy(currentProduct(catalogue, productId), going)
    return id === null || !lost ? [] : [{ id, ...lost }]
  })
}

/** What they were to have by one that was made here and goes before it was sent. */
export function lostWithUnsent(
  catalogue: Catalogue,
  change: Removal & { productId: number },
  productIds: readonly number[],
): Lost[] {
  const { productId: id } = change
  const going = { change, shelf: { id }, isGone: (key: string) => attributeNamed(key)?.id === id }
  return productIds.flatMap((productId): Lost[] => {
    const lost = lostBy(currentProduct(catalogue, productId), going)
    return lost ? [{ id: catalogue.products.ecwidIdOf(productId) ?? -productId, ...lost }] : []
  })
}

/** `isGone`: whether an attribute goes, by what products name it. */
type Going = { change: Removal; shelf: RemoteShelf; isGone: (key: string) => boolean }

export function lostBy(product: RemoteProduct | undefined, going: Going): Omit<Lost, 'id'> | undefined {
  const { change, shelf, isGone } = going
  if (!product) return undefined
  const lost = change.thing === 'category' ? placesIn(product, shelf) : valuesOf(product, isGone)
  const wasOfType = change.thing === 'productType' && isDelete(change) && product.productClassId === shelf.id
  return lost || wasOfType ? { ...lost, ...(wasOfType && { wasOfType }) } : undefined
}

function placesIn(product: RemoteProduct, { id }: RemoteShelf): Omit<Lost, 'id'> | undefined {
  const { categoryIds, defaultCategoryId, showOnFrontpage } = readFields(product)
  if (!categoryIds.includes(id)) return undefined
  const comesToFrontPage = categoryIds.length === 1 && !showOnFrontpage
  return { ...(defaultCategoryId === id && { wasDefault: true }), ...(comesToFrontPage && { comesToFrontPage }) }
}

function valuesOf(product: RemoteProduct, isGone: Going['isGone']): Omit<Lost, 'id'> | undefined {
  const { attributes, attributesTranslated } = readFields(product)
  const values = Object.entries(attributes).filter(([id, value]) => isGone(id) && value !== '')
  const texts = Object.entries(attributesTranslated).filter(([key]) => isGone(attributeOfText(key)))
  if (values.length === 0) return undefined
  return { values: Object.fromEntries(values), ...(texts.length > 0 && { texts: Object.fromEntries(texts) }) }
}

/** The copies here are as the store leaves them, before it is asked again. Belongs into the transaction in which it is settled. */
export function takeAlong(catalogue: Catalogue, change: Removal, { id }: RemoteShelf, lost: readonly Lost[]): void {
  const gone = attributesGone(change)
  for (const each of lost) {
    const left = (raw: Raw) => (change.thing === 'category' ? without(raw, id) : withoutValues(raw, gone, each))
    changeAlong(catalogue, each.id, left)
  }
}

function changeAlong(catalogue: Catalogue, ecwidId: number, changed: (raw: Raw) => Raw): void {
  const productId = catalogue.products.findByEcwidId(ecwidId)
  const raw = productId === undefined ? undefined : catalogue.products.rawOf(productId)
  const now = raw && changed(raw)
  if (productId === undefined || !now || now === raw) return
  catalogue.products.putRemote(now)
  reindexProduct(catalogue, productId)
}

/** Without its places in what is not here any more: it lost them with that, and nobody has edited it. */
export function withoutWhatIsGone(catalogue: Catalogue, product: RemoteProduct): RemoteProduct {
  const { productClassId = 0, categoryIds = [], attributes = [] } = product
  const isOfType = productClassId === 0 || isHere(catalogue, 'productType', productClassId)
  const typeId = isOfType ? productClassId : 0
  const known = attributesOfType(catalogue.productTypes.list(), typeId)
  const gone = categoryIds.filter((id) => !isHere(catalogue, 'category', id))
  return remoteProductSchema.parse({
    ...gone.reduce<Raw>(without, product),
    productClassId: typeId,
    attributes: known ? attributes.filter(({ id }) => known.has(String(id))) : attributes,
  })
}

/** One that is to be deleted may be gone in the store by now. */
function isHere({ shelves, changes }: Catalogue, thing: ShelfThing, ecwidId: number): boolean {
  const id = shelves.findByEcwidId(thing, ecwidId)
  return id !== undefined && !changes.openOf(thing, id).some(isDelete)
}

/** The same of a category that was made with products in it. */
export function bringAlong(catalogue: Catalogue, category: RemoteShelf): void {
  for (const ecwidId of idsInOrder(category['productIds'])) {
    changeAlong(catalogue, ecwidId, (raw) => {
      const categoryIds = listOf(raw['categoryIds'])
      return categoryIds.includes(category.id) ? raw : { ...raw, categoryIds: [...categoryIds, category.id] }
    })
  }
}

type Raw = Record<string, unknown>
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const idOf = (value: unknown): unknown => (value as { id?: unknown } | null)?.id

function without(raw: Raw, category: number): Raw {
  const categoryIds = listOf(raw['categoryIds']).filter((id) => id !== category)
  const isOnFrontPage = typeof raw['showOnFrontpage'] === 'number' && raw['showOnFrontpage'] > 0
  return {
    ...raw,
    categoryIds,
    ...('categories' in raw && { categories: listOf(raw['categories']).filter((one) => idOf(one) !== category) }),
    ...(raw['defaultCategoryId'] === category && { defaultCategoryId: 0 }),
    ...(categoryIds.length === 0 && !isOnFrontPage && { showOnFrontpage: 1 }),
  }
}

function withoutValues(raw: Raw, gone: ReadonlySet<string>, { wasOfType }: Lost): Raw {
  const attributes = listOf(raw['attributes']).filter((one) => !gone.has(String(idOf(one))))
  return { ...raw, attributes, ...(wasOfType && { productClassId: 0 }) }
}
