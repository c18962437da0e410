import { altTextsOf } from '../../shared/alt-translations'
import {
  actOf,
  toAddPicture,
  toOrderPictures,
  toRemovePicture,
  toSetAlt,
  toTranslateAlt,
  translatesAlt,
} from '../../shared/change-address'
import {
  addedPictureSchema,
  pictureOrderSchema,
  removedPictureSchema,
  type ChangeRecord,
  type Deed,
  type RemovedPicture,
} from '../../shared/change-record'
import { isEqual } from '../../shared/fields/equal'
import { altTexts } from '../../shared/fields/thing-fields'
import type { RemoteImage, RemoteProduct } from '../../shared/remote-product'
import { hasUnread } from '../../shared/unread-entries'
import { mergeValues } from '../merge'
import { mergedBack } from '../merged-back'
import { giveUpUpload, waitingForOthers, withNamesNow, type NameNow } from '../picture-names'
import {
  altTextsAt,
  changeOfKey,
  imagesOf,
  localKey,
  pictureKey,
  toldBy,
  toRemovedPicture,
  withImages,
  withoutHost,
} from '../pictures'
import { waitingForVideos } from '../videos'
import { withPictureChanges } from './pictures-shown'
import type { Adapter, WayBack } from './adapter'

/** A product's pictures: which there are, their order, their texts. */
export const picturesAdapter: Adapter = {
  laidOver(product, open) {
    return withImages(product, withPictureChanges(imagesOf(product), open, product.storeLanguages))
  },

  wayBack(change, { product, nameNow }) {
    const images = imagesOf(product)
    if (translatesAlt(change)) return translationsBack(change, product, nameNow)
    if (change.verb === 'set') return textBack(change, images, nameNow)
    if (change.verb === 'order') return ordered(change.before, change.after, images, nameNow)
    return change.verb === 'add' ? addedBack(change, product, nameNow) : removedBack(change, nameNow)
  },

  again(change, { product, nameNow }) {
    const { before, after } = change
    const shown = imagesOf(product)
    if (change.verb === 'order') return ordered(after, before, shown, nameNow).deed
    const named = withNamesNow({ ...actOf(change), before, after }, nameNow)
    if (named.verb === 'add') return { ...named, before: mainInItsPlace(named, shown) }
    const picture = toRemovedPicture(shown, named.key ?? '')
    if (picture && translatesAlt(named)) return translatedAgain(named, product)
    return picture ? { ...named, before: named.verb === 'set' ? picture.alt : picture } : null
  },

  madeBy: changeOfKey,
  giveUp: giveUpUpload,
  unset: () => {},
  waiting: (open, all) => new Map([...waitingForVideos(open, all), ...waitingForOthers(open)]),

  differences(before, after) {
    const [old, now] = [imagesOf(before), imagesOf(after)]
    const byName = new Map(old.map((image) => [nameOf(image), image]))
    const stayed = new Set(now.map(nameOf))
    // What is not among those that can be read has not gone for that, nor come.
    const gone = hasUnread(after, 'images') ? [] : old.filter((image) => !stayed.has(nameOf(image)))
    const added = hasUnread(before, 'images') ? [] : now.filter((image) => !byName.has(nameOf(image)))
    const described = now.flatMap((image): Deed[] => {
      const earlier = byName.get(nameOf(image))
      if (!earlier || mainOf(earlier) === mainOf(image)) return []
      return [{ ...toSetAlt(pictureKey(image)), before: mainOf(earlier), after: mainOf(image) }]
    })
    const translated = now.flatMap((image): Deed[] => {
      const earlier = byName.get(nameOf(image))
      if (!earlier) return []
      const texts = [altTextsOf(earlier.alt, before.storeLanguages), altTextsOf(image.alt, after.storeLanguages)]
      const deed = { ...toTranslateAlt(pictureKey(image)), before: texts[0], after: texts[1] }
      return altTexts.kind.isSame(deed.before, deed.after) ? [] : [deed]
    })
    const orderBefore = old.filter((image) => stayed.has(nameOf(image))).map(nameOf)
    const orderNow = now.filter((image) => byName.has(nameOf(image))).map(nameOf)
    const arranged = { ...toOrderPictures, before: old.map(pictureKey), after: now.map(pictureKey) }
    return [
      ...gone.map((image) => removal(image, old)),
      ...added.flatMap((image) => arrival(image, image === now[0])),
      ...described,
      ...translated,
      ...(isEqual(orderBefore, orderNow) ? [] : [arranged]),
    ]
  },
}

const mainOf = (image: RemoteImage): string => image.alt?.main ?? ''
const nameOf = (image: RemoteImage): string => withoutHost(pictureKey(image))

function removal(image: RemoteImage, images: readonly RemoteImage[]): Deed {
  const key = pictureKey(image)
  return { ...toRemovePicture(key), before: toRemovedPicture(images, key) ?? null, after: null }
}

/** Without an address there is nothing to tell. */
function arrival(image: RemoteImage, isFirst: boolean): Deed[] {
  const url = image.imageOriginalUrl ?? image.image1500pxUrl ?? ''
  if (!/^https?:/.test(url)) return []
  const role = isFirst ? 'main' : 'gallery'
  const after = { source: { url }, role, fileName: '', ...toldBy(image), key: pictureKey(image) }
  return [{ ...toAddPicture, before: null, after }]
}

function mainInItsPlace({ after }: Pick<Deed, 'after'>, shown: readonly RemoteImage[]): RemovedPicture | null {
  const [main] = shown
  if (!main || addedPictureSchema.parse(after).role !== 'main') return null
  return toRemovedPicture(shown, pictureKey(main)) ?? null
}

function textBack(change: ChangeRecord, images: readonly RemoteImage[], nameNow: NameNow): WayBack {
  const image = toRemovedPicture(images, nameNow(change.key ?? '') ?? '')
  if (!image) return { standing: 'stuck', reason: 'picture-not-here' }
  const [now, was, wrote] = [image.alt, change.before ?? '', change.after ?? '']
  const standing = now === was ? 'done' : now === wrote ? 'clean' : 'moved'
  return { standing, deed: { ...toSetAlt(image.key), before: now, after: was } }
}

/** Language by language: what others wrote in another one since stays. */
function translationsBack(change: ChangeRecord, product: RemoteProduct, nameNow: NameNow): WayBack {
  const images = imagesOf(product)
  const key = toRemovedPicture(images, nameNow(change.key ?? '') ?? '')?.key
  if (key === undefined) return { standing: 'stuck', reason: 'picture-not-here' }
  const now = altTextsAt(images, key, product.storeLanguages)
  return mergedBack(altTexts, change, now, toTranslateAlt(key))
}

function translatedAgain(deed: Deed, product: RemoteProduct): Deed {
  const now = altTextsAt(imagesOf(product), deed.key ?? '', product.storeLanguages)
  const merge = mergeValues(altTexts, deed.before, deed.after, now)
  return { ...deed, before: now, after: merge.outcome === 'same' ? now : merge.value }
}

/**
 * From the order `left` to the order `wanted`, back or once more: only pictures that both name and that are still here move; what has
 * come since keeps its place among them.
 */
function ordered(
  wanted: unknown,
  left: unknown,
  images: readonly RemoteImage[],
  nameNow: NameNow,
): Exclude<WayBack, { standing: 'stuck' }> {
  const now = images.map(pictureKey)
  const named = (keys: unknown) => new Set(pictureOrderSchema.parse(keys).flatMap((key) => nameNow(key) ?? []))
  const [inWanted, inLeft, here] = [named(wanted), named(left), new Set(now)]
  const isKnown = (key: string) => inWanted.has(key) && inLeft.has(key) && here.has(key)
  const [goal, from, are] = [[...inWanted], [...inLeft], now].map((keys) => keys.filter(isKnown))
  const places = goal?.values()
  const after = now.map((key) => (isKnown(key) ? (places?.next().value ?? key) : key))
  const standing = isEqual(are, goal) ? 'done' : isEqual(are, from) ? 'clean' : 'moved'
  return { standing, deed: { ...toOrderPictures, before: now, after } }
}

function removedBack(change: ChangeRecord, nameNow: NameNow): WayBack {
  const gone = removedPictureSchema.parse(change.before)
  if (nameNow(gone.key) !== undefined) return nothingToDo(change)
  return { standing: 'clean', deed: { ...toAddPicture, before: null, after: broughtBack(gone, 'gallery') } }
}

function addedBack(change: ChangeRecord, product: RemoteProduct, nameNow: NameNow): WayBack {
  const images = imagesOf(product)
  const added = addedPictureSchema.parse(change.after)
  const replaced = removedPictureSchema.safeParse(change.before)
  const gone = toRemovedPicture(images, nameNow(added.key ?? localKey(change.id)) ?? '')
  if (!gone) return hasUnread(product, 'images') ? { standing: 'stuck', reason: 'picture-unread' } : nothingToDo(change)
  // Brought back it would take the place of whichever is the main one now.
  if (replaced.success && gone.position > 0) return { standing: 'stuck', reason: 'not-main-any-more' }
  const deed: Deed = replaced.success
    ? { ...toAddPicture, before: gone, after: broughtBack(replaced.data, 'main') }
    : { ...toRemovePicture(gone.key), before: gone, after: null }
  return { standing: 'clean', deed }
}

const nothingToDo = (change: ChangeRecord): WayBack => ({
  standing: 'done',
  deed: { ...actOf(change), before: null, after: null },
})

/** The bytes kept on this device where there are any; the store's old address may be gone. */
function broughtBack({ hash, url, alt, translated, position }: RemovedPicture, role: 'main' | 'gallery') {
  const told = { alt, ...(translated && { translated }) }
  return { source: hash ? { hash } : { url }, role, fileName: '', ...told, position }
}
