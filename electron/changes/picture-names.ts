import type { Catalogue } from '../catalogue/catalogue'
import {
  addsPicture,
  describesPicture,
  isOfPictures,
  ordersPictures,
  removesPicture,
  type Act,
} from '../shared/change-address'
import {
  addedPictureSchema,
  isOpen,
  pictureOrderSchema,
  removedPictureSchema,
  type ChangeRecord,
  type Deed,
  type NewChange,
} from '../shared/change-record'
import type { OpenChanges } from './open-changes'
import { changeOfKey, localKey, pictureKey, sameKey, withoutHost } from './pictures'
import type { RemoteImage } from '../shared/remote-product'

/** The name a picture has now, whichever name it was called by; undefined: it is gone. */
export type NameNow = (key: string) => string | undefined

/**
 * What the pictures of a product are called now: an upload may have arrived since, a picture may have come back by an undo, or
 * been added again by a redo. `shown`: the product's pictures as its owner sees them. Made anew whenever changes were written.
 */
export function namesNow(catalogue: Catalogue, productId: number, shown: readonly RemoteImage[]): NameNow {
  const { changes } = catalogue
  const shownAs = new Map(shown.map((image) => [withoutHost(pictureKey(image)), pictureKey(image)]))
  // Only what is not shown is looked for, and then all of it may be asked for.
  let ofProduct: ChangeRecord[] | null = null

  const uploadOf = (name: string): ChangeRecord | undefined => {
    const id = changeOfKey(name)
    return id === null ? undefined : changes.get(id)
  }

  function next(name: string): string | undefined {
    const add = uploadOf(name)
    const known = add && addsPicture(add) && add.state === 'sent' ? addedPictureSchema.parse(add.after).key : undefined
    if (known !== undefined) return known
    const again = add ? changes.redoneBy(add.id) : null
    if (again !== null) return localKey(again)
    ofProduct ??= changes.picturesOf(productId)
    return broughtBack(ofProduct, name)
  }

  return (key) => {
    const asked = new Set<string>()
    for (let name: string | undefined = key; name !== undefined && !asked.has(name); name = next(name)) {
      const found = shownAs.get(withoutHost(name))
      if (found !== undefined) return found
      if (isUnderWay(uploadOf(name))) return name
      asked.add(name)
    }
    return undefined
  }
}

/** An upload without an answer may be shown under the store's name for it: its own still holds. */
const isUnderWay = (upload: ChangeRecord | undefined): boolean =>
  upload?.state === 'sending' || upload?.state === 'unknown'

/** The key of the picture by which an undo brought this one back, alone or with its product. */
function broughtBack(changes: readonly ChangeRecord[], key: string): string | undefined {
  const took = new Set(changes.filter((change) => takesAway(change, key)).map(({ id }) => id))
  const back = changes.findLast(
    (change) =>
      addsPicture(change) &&
      change.state !== 'taken-back' &&
      ((change.reverts !== null && took.has(change.reverts)) || isCopyOf(change, key)),
  )
  return back && localKey(back.id)
}

/** Asked of hundreds for each of hundreds, so that it is not read by its schema. */
function isCopyOf({ after }: ChangeRecord, key: string): boolean {
  const from = (after as { from?: unknown } | null)?.from
  return typeof from === 'string' && sameKey(from, key)
}

/** Removes this picture, or puts another main one in its place. */
export function takesAway(change: ChangeRecord, key: string): boolean {
  if (!removesPicture(change) && !addsPicture(change)) return false
  const gone = removedPictureSchema.safeParse(change.before)
  return gone.success && sameKey(gone.data.key, key)
}

/** Names of pictures that a change acts on. */
function namedBy(change: Act & Pick<ChangeRecord, 'after'>): string[] {
  if (ordersPictures(change)) return pictureOrderSchema.parse(change.after)
  return isOfPictures(change) && change.key !== null ? [change.key] : []
}

/**
 * Change -> the earlier one it cannot go before: an upload that is not settled, of a picture that it names or replaces; for
 * an order and a new main picture also a removal or an order that needs its owner, because they start from what that was to
 * make.
 */
export function waitingForOthers(open: readonly ChangeRecord[]): Map<number, number> {
  const pictures = open.filter(isOfPictures)
  const uploads = new Set(pictures.filter(addsPicture).map(({ id }) => id))
  const stuck = pictures.find((change) => moves(change) && (change.state === 'refused' || change.state === 'conflict'))
  const waiting = new Map<number, number>()
  for (const change of pictures) {
    const upload = [...namedBy(change), ...replacedBy(change)]
      .map(changeOfKey)
      .find((id) => id !== null && uploads.has(id))
    if (upload) waiting.set(change.id, upload)
    else if (stuck && stuck.id < change.id && startsFromOthers(change)) waiting.set(change.id, stuck.id)
  }
  return waiting
}

/** The picture whose place a new main picture takes. */
function replacedBy(change: ChangeRecord): string[] {
  const gone = addsPicture(change) ? removedPictureSchema.safeParse(change.before).data : undefined
  return gone ? [gone.key] : []
}

const moves = (change: ChangeRecord): boolean => removesPicture(change) || ordersPictures(change)

const startsFromOthers = (change: ChangeRecord): boolean =>
  ordersPictures(change) || (addsPicture(change) && addedPictureSchema.parse(change.after).role === 'main')

/** Calls a picture by another name wherever a change names it; null: the change does not name it. */
export function renamed(
  change: Act & Pick<ChangeRecord, 'before' | 'after'>,
  from: string,
  to: string,
): Partial<Pick<NewChange, 'key' | 'before' | 'after'>> | null {
  const { key, before, after } = change
  if (ordersPictures(change)) {
    const swap = (keys: unknown) => pictureOrderSchema.parse(keys).map((each) => (each === from ? to : each))
    const names = [...pictureOrderSchema.parse(before), ...pictureOrderSchema.parse(after)]
    return names.includes(from) ? { before: swap(before), after: swap(after) } : null
  }
  if (addsPicture(change) || removesPicture(change)) {
    const gone = removedPictureSchema.safeParse(before)
    const taken = gone.success && gone.data.key === from ? { before: { ...gone.data, key: to } } : {}
    const named = key === from ? { key: to } : {}
    return 'before' in taken || 'key' in named ? { ...taken, ...named } : null
  }
  return describesPicture(change) && key === from ? { key: to } : null
}

/** A change that was planned earlier, with its pictures called as they are now. */
export function withNamesNow(change: Deed, nameNow: NameNow): Deed {
  const names = ordersPictures(change)
    ? [...pictureOrderSchema.parse(change.before), ...namedBy(change)]
    : namedBy(change)
  return [...new Set(names)].reduce((named, key) => {
    const now = nameNow(key)
    return now === undefined || now === key ? named : { ...named, ...renamed(named, key, now) }
  }, change)
}

/** What an upload that is given up leaves behind: a change that named its picture only has nothing left to do. */
export const isOnlyAbout = (change: ChangeRecord, key: string): boolean =>
  isOpen(change) && !ordersPictures(change) && namedBy(change).includes(key)

/** An upload that will not be made: what only concerned its picture ends with it, and what it replaced is there again. */
export function giveUpUpload(open: OpenChanges, add: ChangeRecord): void {
  const key = localKey(add.id)
  const end = (id: number) => open.update(id, { state: 'taken-back', retryAt: null })
  end(add.id)
  for (const other of open.all()) {
    if (isOnlyAbout(other, key) && !removesPicture(other)) end(other.id)
    if (!addsPicture(other) || other.before === null) continue
    const replaced = removedPictureSchema.safeParse(other.before)
    if (replaced.success && replaced.data.key === key) open.update(other.id, { before: add.before })
  }
}
