import {
  altOf,
  imagesOf,
  isNewTo,
  isTold,
  isUploadedAs,
  localKey,
  pictureKey,
  sameKey,
  toRemovedPicture,
} from '../changes/pictures'
import { isOnlyAbout, renamed } from '../changes/picture-names'
import { altTextsOf, type NewAlt } from '../shared/alt-translations'
import {
  addsPicture,
  describesPicture,
  ordersPictures,
  setsAlt,
  toSetAlt,
  toTranslateAlt,
  translatesAlt,
} from '../shared/change-address'
import { addedPictureSchema, removedPictureSchema, type AddedPicture, type ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { hasMainVideo, type RemoteImage, type RemoteProduct } from '../shared/remote-product'
import { says } from '../shared/sentence'
import { hasUnread, mayLoseText } from '../shared/unread-entries'
import { arrange } from './arrange-pictures'
import { byContent } from './by-content'
import { waitOrAsk, withCopy } from './copies'
import { pictureUnread } from './picture-unread'
import type { ProductPush } from './product-push'
import type { UploadAdapter } from './uploads'

/** Pictures that are added to a product. */
export const pictureUploads: UploadAdapter<RemoteImage> = {
  isOurs: addsPicture,

  async ready(parts, push, change) {
    const isMain = addedPictureSchema.parse(change.after).role === 'main'
    const main = isMain ? await mainAsSeen(push, change) : undefined
    if (main === 'another') return null
    const add = await withCopy(parts, push, change, main)
    // Copying takes its time.
    if (isMain && (await mainAsSeen(push, add)) === 'another') return null
    const { source, fileName } = addedPictureSchema.parse(add.after)
    const name = fileName || 'picture'
    const { ecwid } = parts
    return {
      change: add,
      // Copying and the line take their time: others may have added some meanwhile.
      tokenNow: () => ({ ...add.token, pictureKeys: imagesOf(push.known() ?? { id: 0 }).map(pictureKey) }),
      name,
      source,
      unread: !isMain,
      send: (payload, options) =>
        isMain && !hasMainVideo(push.known() ?? { id: 0 })
          ? ecwid.uploadMain(push.ecwidId(), payload, options)
          : ecwid.uploadGallery(push.ecwidId(), payload, name, options),
    }
  },

  async findAgain(parts, push, lost, remote) {
    const images = imagesOf(remote)
    // Those whose number is known first: what is left over then belongs to the others.
    const found = byNumber(lost, images)
    for (const add of lost.filter(({ id }) => !found.has(id))) {
      const taken = [...found.values()]
      const keys = isNewTo(images, add.token)
        .filter((image) => !taken.includes(image))
        .map(pictureKey)
      const { source } = addedPictureSchema.parse(add.after)
      const key = await byContent(parts, push, { change: add, source, keys })
      const image = images.find((each) => pictureKey(each) === key)
      if (image) found.set(add.id, image)
      else if (hasUnread(remote, 'images'))
        waitOrAsk(parts, push, add, { waiting: 'compare-waits', asking: 'compare-impossible' })
    }
    return found
  },

  /** By the number it was answered with, else the new pictures in the order they were sent. */
  match(answered, remote) {
    const images = imagesOf(remote)
    const matched = byNumber(answered, images)
    const taken = new Set(matched.values())
    for (const add of answered) {
      if (matched.has(add.id)) continue
      const image = isNewTo(images, add.token).find((candidate) => !taken.has(candidate))
      if (!image) continue
      taken.add(image)
      matched.set(add.id, image)
    }
    return matched
  },

  async describe({ ecwid }, push, arrived, remote) {
    const texts = arrived.flatMap(({ change, there }): [string, NewAlt][] => {
      const added = addedPictureSchema.parse(change.after)
      return isTold(added) ? [[pictureKey(there), textsOf(added, remote)]] : []
    })
    if (texts.length === 0) return null
    if (mayLoseText(remote)) throw new AppError('refused', pictureUnread.sentence)
    const shown = await arrange(ecwid, push, imagesOf(remote), new Map(texts), push.goingOn())
    return shown && { raw: shown.raw, remote: shown.product }
  },

  leaveText({ catalogue: { changes } }, push, open, { change, there }) {
    const { id, setId, productId, productName, after } = change
    const added = addedPictureSchema.parse(after)
    const { alt } = added
    const key = pictureKey(there)
    const before = there.alt?.main ?? ''
    const about = { productId, productName }
    const next = open.all().find((each) => each.id > id && setsAlt(each) && isOnlyAbout(each, key))
    if (next) open.update(next.id, { before })
    else if (alt !== '')
      // Whatever takes the picture away meanwhile ends its text with it.
      changes.insert(setId, { ...about, ...toSetAlt(key), before, after: alt }, null)
    const known = push.known() ?? { id: 0 }
    const { texts } = textsOf(added, known)
    const isLater = open.all().some((each) => each.id > id && translatesAlt(each) && isOnlyAbout(each, key))
    if (texts && !isLater)
      changes.insert(
        setId,
        { ...about, ...toTranslateAlt(key), before: altTextsOf(there.alt, known.storeLanguages), after: texts },
        null,
      )
    const { translated: _, ...arrived } = addedPictureSchema.parse(changes.get(id)?.after)
    changes.update(id, { after: { ...arrived, alt: before } })
  },

  noteArrived({ catalogue: { changes } }, push, open, { change: add, there }) {
    const key = pictureKey(there)
    changes.update(add.id, { after: { ...addedPictureSchema.parse(add.after), key } })
    const replaced = removedPictureSchema.safeParse(add.before).data?.key
    const left = open.all()
    if (left.some(ordersPictures)) {
      // An upload is appended: what stands before it has come before it, seen here or not.
      const all = imagesOf(push.known() ?? { id: 0 }).map(pictureKey)
      const pictureKeys = all.slice(0, Math.max(0, all.indexOf(key)))
      changes.update(add.id, { token: { ...add.token, pictureKeys } })
    }
    for (const change of left) {
      if (change.id === add.id) continue
      const name = renamed(change, localKey(add.id), key)
      if (name) open.update(change.id, name)
      // It is not what an earlier request without an answer may have brought.
      const known = addsPicture(change) ? change.token?.pictureKeys : undefined
      if (known) open.update(change.id, { token: { ...change.token, pictureKeys: [...known, key] } })
      // A text about the picture that made room describes nothing any more.
      const isAbout = replaced !== undefined && describesPicture(change) && isOnlyAbout(change, replaced)
      if (isAbout) open.update(change.id, { state: 'taken-back', retryAt: null })
    }
  },
}

/** What a picture brings along of texts, each of them only where it has some. */
function textsOf(added: AddedPicture, { storeLanguages }: RemoteProduct): NewAlt {
  const texts = altTextsOf(altOf(added), storeLanguages)
  return {
    ...(added.alt !== '' && { main: added.alt }),
    ...(Object.keys(texts).length > 0 && { texts }),
  }
}

/** Each upload's picture, where the number it was answered with is known. */
function byNumber(adds: readonly ChangeRecord[], images: readonly RemoteImage[]): Map<number, RemoteImage> {
  const found = adds.flatMap(({ id, token }): [number, RemoteImage][] => {
    const image = images.find((each) => isUploadedAs(each, token?.imageId))
    return image ? [[id, image]] : []
  })
  return new Map(found)
}

/** A main picture takes the place of the one its owner saw, if there is one; another one there is asked about. */
async function mainAsSeen(push: ProductPush, add: ChangeRecord): Promise<RemoteImage | undefined | 'another'> {
  const remote = await push.fresh()
  const images = imagesOf(remote)
  const [main] = images
  if (hasUnread(remote, 'images') && main?.isMain !== true) {
    push.refuse([add], pictureUnread)
    return 'another'
  }
  const seen = removedPictureSchema.safeParse(add.before).data?.key
  const isSame = main === undefined || (seen !== undefined && sameKey(pictureKey(main), seen))
  if (isSame) return main
  push.ask([add], toRemovedPicture(images, pictureKey(main)) ?? null, says('both-changed-main'))
  return 'another'
}
