import { randomUUID } from 'node:crypto'
import type { Operation } from '../shared/change'
import {
  toAddPicture,
  toCreate,
  toDelete,
  toOrderPictures,
  toRemovePicture,
  toSet,
  toSetAlt,
  toSetVariationPicture,
  toTranslateAlt,
  type Act,
} from '../shared/change-address'
import type { CreatePayload, NewChange } from '../shared/change-record'
import { AppError, refuseFaults } from '../shared/errors'
import {
  fieldOf,
  fieldsIn,
  newProductFields,
  productFieldNames,
  readFields,
  writeFields,
  type ProductField,
  type ProductFields,
  type ProductPatch,
} from '../shared/fields/product-fields'
import {
  hasMainVideo,
  type RemoteFile,
  type RemoteImage,
  type RemoteProduct,
  type RemoteVariation,
} from '../shared/remote-product'
import { referencesIn } from '../shared/fields/references'
import { says } from '../shared/sentence'
import { withTrimmedTexts } from '../shared/trimmed-texts'
import { altTexts } from '../shared/fields/thing-fields'
import { fieldOfPath } from '../shared/fields/typed'
import { faultsOfProduct } from '../shared/fields/faults-of'
import { copiedBody, copiedFiles, copiedPictures, copiedVideos } from './copy'
import { isAboutShelf, planShelf, type ShelfContext, type ShelfOperation } from './plan-shelves'
import { keptOnFrontPage, withFrontPage } from './front-page'
import { isEqual } from '../shared/fields/equal'
import { describedFile, fileAddition, fileOfKey, fileRemoval } from './files'
import { altTextsAt, imagesOf, pictureKey, toRemovedPicture } from './pictures'
import { planAddedVideo, planPlacedVideo, planRemovedVideo } from './plan-videos'
import { planAddedVariation, planRemovedVariation, planVariation, type Options } from './plan-variation'
import { withoutLostShows, withoutLostTexts, withoutLostValues, withoutTypeShows } from './values-of-type'
import { ownPicture, pictureInstead } from './own-picture'
import { toldAnew } from './own-picture-text'
import { variationLabel } from './variation-pictures'
import type { ProductType } from '../shared/store'
import { variationsApart } from './variations-apart'
import { withoutBarcodes } from './without-barcodes'

/** What planning needs to know; a product made by an earlier operation of the same request is known by its new local id. */
export type PlanContext = ShelfContext & {
  current(productId: number): RemoteProduct
  newProduct(): number
  /** The name a picture has now, whichever name the person's window still knows; undefined when it is gone. */
  nameNow(productId: number, shown: readonly RemoteImage[], key: string): string | undefined
  /** The id a variation has now, whichever one the person's window still knows. */
  variationNow(productId: number, shown: RemoteProduct, id: number): number
  /** The same of a file. */
  fileNow(id: number): number
}

/** Changes with before and after for what a feature asked for. Nothing is written; operations that change nothing yield nothing. */
export function planChanges(operations: readonly Operation[], context: PlanContext): NewChange[] {
  let created: { id: number; name: string; product: RemoteProduct } | undefined
  const added = new Map<number, Options[]>()
  return operations.flatMap((operation): NewChange[] => {
    if (operation.kind === 'create') {
      const planned = planCreate(operation, context)
      const { productId: id, product } = planned
      created = { id, name: product.name ?? '', product }
      return planned.changes
    }
    if (operation.kind === 'picture.add' && operation.productId === null) {
      if (!created) throw new AppError('invalid-input', says('new-product-wanted'))
      return [addPicture(created.id, created.name, operation, { id: 0 })]
    }
    if (isAboutShelf(operation)) return planShelf(operation, context)
    const isOfNew = operation.kind === 'variation.add' && operation.productId === null
    const productId = isOfNew ? (created?.id ?? null) : operation.productId
    if (productId === null) throw new AppError('invalid-input', says('product-wanted'))
    if (operation.kind !== 'variation.add') return planOne(operation, productId, context)
    const product = isOfNew && created ? created.product : context.current(productId)
    const others = added.get(productId) ?? []
    const deed = planAddedVariation(operation, product, others)
    others.push(operation.options)
    added.set(productId, others)
    return [{ productId, productName: product.name ?? '', ...deed }]
  })
}

/** What a copy beside it has of a product. */
const asOriginal = (product: RemoteProduct, types: readonly ProductType[]): RemoteProduct =>
  withoutTypeShows(withoutBarcodes(product, types), types)

function planCreate(operation: Extract<Operation, { kind: 'create' }>, context: PlanContext) {
  const copyOf = operation.copyOf === undefined ? undefined : context.current(operation.copyOf)
  const original = copyOf && asOriginal(copyOf, context.productTypes())
  const asked = withTrimmedTexts(operation.fields)
  const given: ProductPatch = original ? { ...readFields(original), ...asked } : asked
  const all = given.categoryIds?.length ? given : { ...given, showOnFrontpage: true }
  assertValid({ ...newProductFields, ...all })
  const { fields, later } = withoutUnmade(all)
  const productId = context.newProduct()
  const productName = fields.name ?? ''
  const after: CreatePayload = original
    ? { fields, copied: copiedBody(original, Object.keys(operation.fields)) }
    : { fields }
  const token = { reference: `stockroom-${randomUUID()}` }
  const create: NewChange = { productId, productName, ...toCreate, before: null, after, token }
  const edits = fieldsIn(later).map((field): NewChange => {
    return { productId, productName, ...toSet(field), before: newProductFields[field], after: later[field] }
  })
  const media = original
    ? [copiedPictures, copiedVideos].flatMap((copied) => copied(original, productId, productName))
    : []
  const entries = original
    ? [...copiedFiles(original, true), ...variationsApart(original, operation.fields.sku === undefined)]
    : []
  const listed = entries.map((deed): NewChange => ({ productId, productName, ...deed }))
  const product: RemoteProduct = { ...writeFields({ ...newProductFields, ...fields }), id: productId }
  return { productId, product, changes: [create, ...edits, ...media, ...listed] }
}

/** Two products that are made here may name each other: none waits with its create, what names others follows it. */
function withoutUnmade(all: ProductPatch): { fields: ProductPatch; later: ProductPatch } {
  const isUnmade = (field: ProductField) =>
    referencesIn(fieldOf(field).kind, all[field]).some(({ thing, id }) => thing === 'product' && id < 0)
  const of = (wanted: readonly ProductField[]): ProductPatch =>
    Object.fromEntries(wanted.map((field) => [field, all[field]]))
  const named = fieldsIn(all).filter(isUnmade)
  return { fields: of(fieldsIn(all).filter((field) => !named.includes(field))), later: of(named) }
}

type OnProduct = Exclude<Operation, ShelfOperation | { kind: 'create' | 'variation.add' }>

function planOne(operation: OnProduct, productId: number, context: PlanContext): NewChange[] {
  const current = context.current(productId)
  const productName = current.name ?? ''
  const change = (act: Act, before: unknown, after: unknown): NewChange => ({
    productId,
    productName,
    ...act,
    before,
    after,
  })
  const images = imagesOf(current)
  const nameNow = (key: string) => context.nameNow(productId, images, key)
  const variationNow = (id: number) => context.variationNow(productId, current, id)
  switch (operation.kind) {
    case 'update': {
      const fields = readFields(current)
      const kept = withoutLostValues(operation.fields, fields, () => context.productTypes())
      const base = operation.base ?? fields
      const patch = withoutLostShows(withoutLostTexts(kept, base), base, () => context.productTypes())
      return planUpdate(patch, fields, operation.base).map(([field, before, after]) =>
        change(toSet(field), before, after),
      )
    }
    case 'delete':
      // The whole product, so that an undo after it was sent can make it anew.
      return [change(toDelete, current, null)]
    case 'picture.add':
      return [addPicture(productId, productName, operation, current)]
    case 'picture.remove': {
      const picture = pictureOrFail(images, nameNow(operation.picture))
      return [change(toRemovePicture(picture.key), picture, null)]
    }
    case 'picture.order': {
      const before = images.map(pictureKey)
      const named = operation.order.flatMap((key) => nameNow(key) ?? [])
      const after = [...named, ...before.filter((key) => !named.includes(key))]
      return isEqual(before, after) ? [] : [change(toOrderPictures, before, after)]
    }
    case 'picture.alt': {
      const { key, alt } = pictureOrFail(images, nameNow(operation.picture))
      return alt === operation.alt ? [] : [change(toSetAlt(key), alt, operation.alt)]
    }
    case 'picture.alt-in':
    case 'picture.alt-texts': {
      const { key } = pictureOrFail(images, nameNow(operation.picture))
      const before = altTextsAt(images, key, current.storeLanguages)
      const texts = 'texts' in operation ? operation.texts : { [operation.language]: operation.alt }
      const after = { ...before, ...texts }
      return altTexts.kind.isSame(before, after) ? [] : [change(toTranslateAlt(key), before, after)]
    }
    case 'file.add': {
      const { name, size, description, hash, from } = operation
      const file = { name, size, description, hash, ...(from !== undefined && { from }) }
      return [{ productId, productName, ...fileAddition(file) }]
    }
    case 'file.remove':
      return [{ productId, productName, ...fileRemoval(fileOrFail(current, context.fileNow(operation.fileId))) }]
    case 'file.describe': {
      const deed = describedFile(fileOrFail(current, context.fileNow(operation.fileId)), operation.description)
      return deed.before === deed.after ? [] : [{ productId, productName, ...deed }]
    }
    case 'video.add':
      return [{ productId, productName, ...planAddedVideo(operation, current) }]
    case 'video.remove':
      return [{ productId, productName, ...planRemovedVideo(operation, current) }]
    case 'video.place':
      return planPlacedVideo(operation, current).map((deed) => ({ productId, productName, ...deed }))
    case 'variation.remove':
      return [{ productId, productName, ...planRemovedVariation(variationNow(operation.variationId), current) }]
    case 'variation.set': {
      const variationId = variationNow(operation.variationId)
      const { entry, deeds } = planVariation({ ...operation, variationId }, current)
      return deeds.map((deed) => ({ productId, productName, ...deed, entry }))
    }
    case 'picture.variation': {
      const variation = variationOrFail(current, variationNow(operation.variationId))
      const before = ownPicture(variation)
      const { translated } = operation
      const after = { ...pictureInstead(before, operation), ...(translated && { translated }) }
      const isNothing = before.source === null && after.source === null
      const entry = variationLabel(variation)
      return isNothing ? [] : [{ ...change(toSetVariationPicture(variation.id), before, after), entry }]
    }
    case 'picture.variation-text': {
      const variation = variationOrFail(current, variationNow(operation.variationId))
      const told = toldAnew(ownPicture(variation), operation, current.storeLanguages)
      const entry = variationLabel(variation)
      return told ? [{ ...change(toSetVariationPicture(variation.id), told.before, told.after), entry }] : []
    }
  }
}

/** Before is what the person saw, so that a later merge knows what they decided about. */
function planUpdate(asked: ProductPatch, current: ProductFields, base: ProductFields = current) {
  const patch = withFrontPage(withTrimmedTexts(asked), current)
  const fields = fieldsIn(patch)
  assertValid({ ...current, ...patch }, fields)
  return fields.flatMap((field): [ProductField, unknown, unknown][] =>
    fieldOf(field).kind.isSame(base[field], patch[field]) ? [] : [[field, base[field], patch[field]]],
  )
}

/** Only the fields being written are judged: an odd value that came from the store is no reason to refuse another field. */
function assertValid(fields: ProductFields, written: readonly ProductField[] = productFieldNames): void {
  const found = Object.entries({ ...faultsOfProduct(fields), ...keptOnFrontPage(fields) })
  refuseFaults(Object.fromEntries(found.filter(([path]) => written.some((field) => fieldOfPath(path) === field))))
}

function addPicture(
  productId: number,
  productName: string,
  { source, role: asked, fileName, alt, translated, from }: Extract<Operation, { kind: 'picture.add' }>,
  current: RemoteProduct,
): NewChange {
  const images = imagesOf(current)
  const main = images[0]
  // A main video is not given up for a picture.
  const role = hasMainVideo(current) ? 'gallery' : asked
  const replaced = role === 'main' && main ? toRemovedPicture(images, pictureKey(main)) : undefined
  const told = { alt, ...(translated && { translated }) }
  const after = { source, role, fileName, ...told, ...(from !== undefined && { from }) }
  return { productId, productName, ...toAddPicture, before: replaced ?? null, after }
}

function fileOrFail(product: RemoteProduct, id: number): RemoteFile {
  const file = fileOfKey(product, String(id))
  if (!file) throw new AppError('not-found', says('file-not-here'))
  return file
}

function variationOrFail(product: RemoteProduct, id: number): RemoteVariation {
  const variation = product.combinations?.find((each) => each.id === id)
  if (!variation) throw new AppError('not-found', says('variation-off-product'))
  return variation
}

function pictureOrFail(images: readonly RemoteImage[], key: string | undefined) {
  const picture = key === undefined ? undefined : toRemovedPicture(images, key)
  if (!picture) throw new AppError('not-found', says('picture-off-product'))
  return picture
}
