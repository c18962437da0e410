import type { Catalogue } from '../catalogue/catalogue'
import type { FieldDifference } from '../shared/change'
import {
  isAboutPictures,
  isSameAct,
  setsField,
  isOfVariations,
  isOfFiles,
  isOfVideos,
  toDelete,
  type Act,
  type List,
} from '../shared/change-address'
import type { ChangeRecord, Deed, NewChange } from '../shared/change-record'
import type { RemoteProduct } from '../shared/remote-product'
import { differencesOf } from './adapters/all'
import { filesOf } from './files'
import { isHalfSent } from './half-sent'
import { imagesOf } from './pictures'
import { videosOf } from './videos'
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
  const ours = open.filter((change) => change.state === 'sending' || change.state === 'unknown' || isHalfSent(change))
  const product = { productId, productName: after.name ?? '' }
  const at = (after.updateTimestamp ?? 0) * 1000
  return differencesOf(before, after)
    .filter((deed) => !ours.some((change) => mayBeFrom(change, deed)))
    .map((deed) => ({ change: { ...product, ...deed }, at }))
}

/** One picture that we send may move and rename all others. */
function mayBeFrom(ours: ChangeRecord, deed: Deed): boolean {
  if (isAboutPictures(deed)) return isAboutPictures(ours)
  // Of what is added, each by what tells it from the others.
  return isSameAct(ours, deed) && (deed.verb !== 'add' || ours.entry === deed.entry)
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
  const deeds = differencesOf(before, after)
  const fields = deeds.flatMap((deed): FieldDifference[] => {
    const { field, before: old, after: now } = deed
    if (!setsField(deed) || field === null || field === 'quantity' || except.has(field)) return []
    return [{ field, before: old, after: now }]
  })
  const isNews = (list: List, is: (deed: Act) => boolean) => deeds.some(is) && !except.has(list)
  return [
    ...fields,
    ...(isNews('pictures', isAboutPictures) ? [counted('pictures', imagesOf(before), imagesOf(after))] : []),
    ...(isNews('variations', (deed) => isOfVariations(deed) && !isAboutPictures(deed) && deed.field !== 'quantity')
      ? [counted('variations', before.combinations, after.combinations)]
      : []),
    ...(isNews('files', isOfFiles) ? [counted('files', filesOf(before), filesOf(after))] : []),
    ...(isNews('videos', isOfVideos) ? [counted('videos', videosOf(before), videosOf(after))] : []),
  ]
}

/** Of a list only that it is another, and how many are in it. */
const counted = (field: List, before: readonly unknown[] = [], after: readonly unknown[] = []): FieldDifference => ({
  field,
  before: before.length,
  after: after.length,
})
