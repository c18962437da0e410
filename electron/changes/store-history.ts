import type { Catalogue } from '../catalogue/catalogue'
import type { FieldDifference } from '../shared/change'
import {
  addsPicture,
  isOfPictures,
  setsField,
  setsThis,
  setsVariationPicture,
  toAddPicture,
  toDelete,
  toOrderPictures,
  toRemovePicture,
  toSet,
  toSetAlt,
  toSetVariationPicture,
} from '../shared/change-address'
import type { ChangeRecord, NewChange } from '../shared/change-record'
import { fieldOf, productFieldNames, readFields } from '../shared/fields/product-fields'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'
import { imagesOf, pictureKey, toRemovedPicture, withoutHost } from './pictures'
import { isSamePicture, variationPicture } from './variation-pictures'
import { writeSet, type NewSet } from './write-set'

/** Change sets by others that are kept: one for each page of a pull that brought something. */
const keptSets = 2000
const togetherMs = 60_000
/** An import of a whole catalogue on the web is not worth a row for each of its fields. */
const mostAtOnce = 5000

type Replaced = { productId: number; before: RemoteProduct; after: RemoteProduct }

/**
 * What somebody else changed of a product, as changes with before and after. What is on the wire from here, or may have
 * arrived unanswered, is no news.
 */
export function changesByOthers({ productId, before, after }: Replaced, open: readonly ChangeRecord[]): ByOthers[] {
  // Made here a moment ago: what the store filled in is nobody's edit.
  if (before.updateTimestamp === undefined) return []
  const ours = open.filter(({ state }) => state === 'sending' || state === 'unknown')
  const product = { productId, productName: after.name ?? '' }
  const changes = [...fieldChanges(product, before, after, ours), ...pictureChanges(product, before, after, ours)]
  return changes.map((change) => ({ change, at: (after.updateTimestamp ?? 0) * 1000 }))
}

/** The product is gone from the store; what it was is kept, so that it can be made anew. */
export function deletionByOthers(productId: number, before: RemoteProduct): NewChange {
  return { productId, productName: before.name ?? '', ...toDelete, before, after: null }
}

/** `at`: UNIX ms by the store's clock. */
export type ByOthers = { change: NewChange; at: number }

/** Keeps them as one change set by the store. Belongs into the transaction that takes the products in. */
export function recordByOthers(catalogue: Catalogue, news: readonly ByOthers[]): void {
  if (news.length === 0) return
  const createdAt = news.reduce((latest, { at }) => Math.max(latest, at), 0)
  const set: NewSet = { source: 'pull', label: { code: 'by-others' } }
  // Pushes read products one by one: what they find in the same minute is one piece of news.
  const newest = catalogue.changes.newestByOthers()
  const isSame = newest && Math.abs(newest.createdAt - createdAt) < togetherMs
  const written = writeSet(catalogue, createdAt, isSame ? newest.id : set)
  for (const { change, at } of news.slice(0, mostAtOnce)) written.record(change, at)
  catalogue.changes.forgetPulled(keptSets)
}

/** What differs between two states of a product; a sale is no edit, and ours (`except`) are no news. */
export function changedSince(
  before: RemoteProduct,
  after: RemoteProduct,
  except: ReadonlySet<string> = new Set(),
): FieldDifference[] {
  const product = { productId: 0, productName: '' }
  const changes = [...fieldChanges(product, before, after, []), ...pictureChanges(product, before, after, [])]
  const fields = changes.flatMap((change): FieldDifference[] => {
    const { field, before: old, after: now } = change
    if (!setsField(change) || field === null || field === 'quantity' || except.has(field)) return []
    return [{ field, before: old, after: now }]
  })
  const hasPictures = changes.some((change) => !setsField(change)) && !except.has('pictures')
  return hasPictures
    ? [...fields, { field: 'pictures', before: imagesOf(before).length, after: imagesOf(after).length }]
    : fields
}

type Named = Pick<NewChange, 'productId' | 'productName'>

function fieldChanges(product: Named, before: RemoteProduct, after: RemoteProduct, ours: readonly ChangeRecord[]) {
  const [old, now] = [readFields(before), readFields(after)]
  return productFieldNames.flatMap((field): NewChange[] => {
    if (fieldOf(field).kind.isSame(old[field], now[field]) || ours.some((change) => setsThis(change, field))) return []
    return [{ ...product, ...toSet(field), before: old[field], after: now[field] }]
  })
}

function pictureChanges(
  product: Named,
  before: RemoteProduct,
  after: RemoteProduct,
  ours: readonly ChangeRecord[],
): NewChange[] {
  if (ours.some((change) => isOfPictures(change) || setsVariationPicture(change))) return []
  const [old, now] = [imagesOf(before), imagesOf(after)]
  const byName = new Map(old.map((image) => [nameOf(image), image]))
  const stayed = new Set(now.map(nameOf))
  const removed = old.filter((image) => !stayed.has(nameOf(image)))
  const added = now.filter((image) => !byName.has(nameOf(image)))
  const changes: NewChange[] = [
    ...removed.map((image) => {
      const gone = toRemovedPicture(old, pictureKey(image)) ?? null
      return { ...product, ...toRemovePicture(pictureKey(image)), before: gone, after: null }
    }),
    ...added.map((image) => {
      const role = image === now[0] ? ('main' as const) : ('gallery' as const)
      const url = image.imageOriginalUrl ?? image.image1500pxUrl ?? ''
      const picture = { source: { url }, role, fileName: '', alt: altOf(image), key: pictureKey(image) }
      return { ...product, ...toAddPicture, before: null, after: picture }
    }),
  ]
  for (const image of now) {
    const earlier = byName.get(nameOf(image))
    if (!earlier || altOf(earlier) === altOf(image)) continue
    changes.push({ ...product, ...toSetAlt(pictureKey(image)), before: altOf(earlier), after: altOf(image) })
  }
  const orderBefore = old.filter((image) => stayed.has(nameOf(image))).map(nameOf)
  const orderNow = now.filter((image) => byName.has(nameOf(image))).map(nameOf)
  if (orderBefore.join('\n') !== orderNow.join('\n')) {
    const keys = { before: old.map(pictureKey), after: now.map(pictureKey) }
    changes.push({ ...product, ...toOrderPictures, ...keys })
  }
  changes.push(...variationChanges(product, before, after))
  return changes.filter((change) => !addsPicture(change) || hasAddress(change.after))
}

/** Of variations that were there before: a new one is no picture's news. */
function variationChanges(product: Named, before: RemoteProduct, after: RemoteProduct): NewChange[] {
  return (after.combinations ?? []).flatMap((variation): NewChange[] => {
    const earlier = before.combinations?.find(({ id }) => id === variation.id)
    if (!earlier) return []
    const [old, now] = [variationPicture(earlier), variationPicture(variation)]
    if (isSamePicture(old, now)) return []
    return [{ ...product, ...toSetVariationPicture(variation.id), before: old, after: now }]
  })
}

const altOf = (image: RemoteImage): string => image.alt?.main ?? ''
const nameOf = (image: RemoteImage): string => withoutHost(pictureKey(image))
const hasAddress = (after: unknown): boolean =>
  /^https?:/.test((after as { source: { url: string } } | null)?.source.url ?? '')
