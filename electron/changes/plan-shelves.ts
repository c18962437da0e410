import type { Operation } from '../shared/change'
import type { NewChange } from '../shared/change-record'
import { AppError, refuseFaults } from '../shared/errors'
import { categoryFields } from '../shared/fields/category-fields'
import type { Fault } from '../shared/fields/fault'
import { faultsOf } from '../shared/fields/faults-of'
import { idsInOrder } from '../shared/fields/product-order'
import { productTypeFields, withEarlierNames } from '../shared/fields/product-type-fields'
import { readPlain } from '../shared/fields/plain-field'
import { shelfFieldOf, type ShelfThing } from '../shared/fields/shelf-fields'
import { readShelf } from '../shared/fields/shelf-values'
import { remoteCategorySchema } from '../shared/remote-product'
import { says } from '../shared/sentence'
import type { Category, ProductType } from '../shared/store'
import { below, inOrder, placeAfterShift, placesFor } from './category-places'
import { ownPicture, pictureInstead } from './own-picture'
import { toldAnew } from './own-picture-text'
import { deleteShelf, newShelf, setPicture, setShelf } from './shelf-acts'
import type { SeenShelf } from './shelves'

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>
export type ShelfOperation = Of<
  | 'category.create'
  | 'category.update'
  | 'category.move'
  | 'category.shift'
  | 'category.place'
  | 'category.picture'
  | 'category.picture-text'
  | 'category.delete'
  | 'type.create'
  | 'type.update'
  | 'type.delete'
>

export type ShelfContext = {
  newShelf(thing: ShelfThing): number
  /** By the id that products name it by. */
  shelf(thing: ShelfThing, id: number): SeenShelf | undefined
  /** Of a product; null: the store does not have it yet. */
  ecwidId(productId: number): number | null
  /** As a person sees them. */
  categories(): Category[]
  productTypes(): ProductType[]
}

export const isAboutShelf = (operation: Operation): operation is ShelfOperation =>
  operation.kind.startsWith('category.') || operation.kind.startsWith('type.')

/** Changes with before and after of categories and product types. */
export function planShelf(operation: ShelfOperation, context: ShelfContext): NewChange[] {
  switch (operation.kind) {
    case 'category.create':
      return [planCreate(operation, context)]
    case 'category.update':
      return planUpdate('category', seen(context, operation.categoryId), operation.fields, operation.base)
    case 'category.move':
      return planMove(operation, context)
    case 'category.shift':
      return planShift(operation, context)
    case 'category.place':
      return planPlace(operation, context)
    case 'category.picture':
      return planPicture(operation, context)
    case 'category.picture-text':
      return planPictureText(operation, context)
    case 'category.delete':
      return planDelete(operation, context)
    case 'type.create':
      return [planType(operation, context)]
    case 'type.update':
      return planTypeUpdate(operation, context)
    case 'type.delete':
      return [planTypeDelete(operation, context)]
  }
}

/** `parentId` 0: at the root. */
function planCreate({ name, parentId }: Of<'category.create'>, context: ShelfContext): NewChange {
  assertName(categoryFields.name.problem(name, { parentId }))
  return newShelf('category', context.newShelf('category'), { name: name.trim(), parentId })
}

function planType({ name }: Of<'type.create'>, context: ShelfContext): NewChange {
  assertName(productTypeFields.name.problem(name, {}))
  assertFreeName(name, null, context)
  return newShelf('productType', context.newShelf('productType'), { name: name.trim(), attributes: [] })
}

function planTypeUpdate({ typeId, fields, base }: Of<'type.update'>, context: ShelfContext): NewChange[] {
  const type = seen(context, typeId, 'productType')
  const { name, attributes } = fields
  if (name !== undefined) assertFreeName(name, type.current.id, context)
  const before = base?.attributes ?? readPlain(type.current, 'attributes', productTypeFields.attributes)
  const after = attributes && { attributes: withEarlierNames(before, attributes) }
  return planUpdate('productType', type, { ...fields, ...after }, base)
}

function planTypeDelete({ typeId }: Of<'type.delete'>, context: ShelfContext): NewChange {
  const type = seen(context, typeId, 'productType')
  if (type.current.id === 0) throw new AppError('invalid-input', says('general-type-stays'))
  return deleteShelf(type)
}

function assertName(fault: Fault | null): void {
  if (fault !== null) throw new AppError('invalid-input', { says: 'fault', fault })
}

/** The store takes no two of one name. */
function assertFreeName(name: string, ownId: number | null, context: ShelfContext): void {
  const isTaken = context.productTypes().some((each) => each.id !== ownId && each.name === name.trim())
  if (isTaken) throw new AppError('invalid-input', { says: 'type-there', name: name.trim() })
}

type Values = Readonly<Record<string, unknown>>

/** Before is what the person saw, so that a later merge knows what they decided about. */
function planUpdate(thing: ShelfThing, shelf: SeenShelf, fields: Values, base: Values = {}): NewChange[] {
  return Object.entries(fields).flatMap(([name, after]) => {
    const field = shelfFieldOf(thing, name)
    if (!field || after === undefined) return []
    refuseFaults(faultsOf(name, field, after, fields))
    const before = base[name] ?? readShelf(thing, shelf.current, name, shelf.languages)
    return field.kind.isSame(before, after) ? [] : [setShelf(shelf, name, before, after)]
  })
}

/** Its parent, its place, and the places of others where there is none left between two. */
function planMove({ categoryId, parentId, before }: Of<'category.move'>, context: ShelfContext): NewChange[] {
  const all = context.categories()
  const { id } = seen(context, categoryId).current
  const parent = parentId === 0 ? 0 : seen(context, parentId).current.id
  if (parent === id || below(all, id).some((each) => each.id === parent)) {
    throw new AppError('invalid-input', says('category-below-itself'))
  }
  const moved = all.filter((each) => each.id === id)
  const others = inOrder(all.filter((each) => each.parentId === parent && each.id !== id))
  return moveTo(moved, { parent, others, before }, context)
}

/** From where it stands by now: keys are pressed faster than the window hears of the step before. */
function planShift({ categoryId, way }: Of<'category.shift'>, context: ShelfContext): NewChange[] {
  const all = context.categories()
  const { id } = seen(context, categoryId).current
  const itself = all.find((each) => each.id === id)
  const to = itself && placeAfterShift(all, itself, way)
  return to ? planMove({ kind: 'category.move', categoryId: id, ...to }, context) : []
}

function planPlace({ categoryId, product, to }: Of<'category.place'>, context: ShelfContext): NewChange[] {
  const shelf = seen(context, categoryId)
  const id = context.ecwidId(product)
  const ids = idsInOrder(shelf.current['productIds'])
  if (id === null || !ids.includes(id)) {
    throw new AppError('invalid-input', says('not-in-category-yet'))
  }
  const others = ids.filter((each) => each !== id)
  const next = 'before' in to && to.before !== null ? others.indexOf(context.ecwidId(to.before) ?? 0) : -1
  const at = 'by' in to ? Math.max(0, ids.indexOf(id) + to.by) : next < 0 ? others.length : next
  const order = [...others.slice(0, at), id, ...others.slice(at)]
  return planUpdate('category', shelf, { productIds: order.map((each) => ({ id: each })) })
}

function planPicture({ categoryId, ...asked }: Of<'category.picture'>, context: ShelfContext): NewChange[] {
  const category = seen(context, categoryId)
  const before = ownPicture(remoteCategorySchema.parse(category.current))
  const after = pictureInstead(before, asked)
  return before.source === null && after.source === null ? [] : [setPicture(category, before, after)]
}

/** What is read by those who do not see the picture that is there. */
function planPictureText({ categoryId, ...told }: Of<'category.picture-text'>, context: ShelfContext): NewChange[] {
  const category = seen(context, categoryId)
  const change = toldAnew(ownPicture(remoteCategorySchema.parse(category.current)), told, category.languages)
  return change ? [setPicture(category, change.before, change.after)] : []
}

type Target = { parent: number; others: readonly Category[]; before: number | null }

function moveTo(coming: readonly Category[], { parent, others, before }: Target, context: ShelfContext): NewChange[] {
  const at = before === null ? -1 : others.findIndex((each) => each.id === before || each.madeAs === before)
  const places = placesFor(others, coming, at < 0 ? others.length : at)
  return [
    ...coming.flatMap((each) => planUpdate('category', seen(context, each.id), { parentId: parent })),
    ...[...places].flatMap(([id, orderBy]) => planUpdate('category', seen(context, id), { orderBy })),
  ]
}

/** What is below it goes before it, or comes to where it is: nobody promises what the store does with that. */
function planDelete({ categoryId, below: fate }: Of<'category.delete'>, context: ShelfContext): NewChange[] {
  const all = context.categories()
  const deleted = seen(context, categoryId)
  const itself = all.find((each) => each.id === deleted.current.id)
  if (!itself) throw new AppError('not-found', notHere)
  const { id, parentId: parent } = itself
  const gone = fate === 'delete' ? below(all, id).toReversed() : []
  const after = fate === 'delete' ? { below: fate } : null
  return [
    ...(fate === 'keep' ? takeItsPlace(itself, { all, parent }, context) : []),
    ...gone.map((each) => deleteShelf(seen(context, each.id), after)),
    deleteShelf(deleted, after),
  ]
}

function takeItsPlace(
  { id }: Category,
  { all, parent }: { all: readonly Category[]; parent: number },
  context: ShelfContext,
): NewChange[] {
  const coming = inOrder(all.filter((each) => each.parentId === id))
  if (coming.length === 0) return []
  const siblings = inOrder(all.filter((each) => each.parentId === parent))
  const before = siblings[siblings.findIndex((each) => each.id === id) + 1]?.id ?? null
  return moveTo(coming, { parent, others: siblings.filter((each) => each.id !== id), before }, context)
}

const notHere = says('category-not-here')

function seen(context: ShelfContext, id: number, thing: ShelfThing = 'category'): SeenShelf {
  const shelf = context.shelf(thing, id)
  if (!shelf) throw new AppError('not-found', thing === 'category' ? notHere : says('type-not-here'))
  return shelf
}
