import { altTextsOf, rewrittenAlt } from '../../shared/alt-translations'
import { addsPicture, translatesAlt } from '../../shared/change-address'
import {
  addedPictureSchema,
  pictureOrderSchema,
  removedPictureSchema,
  type ChangeRecord,
} from '../../shared/change-record'
import { stagedSource } from '../../shared/picture-src'
import { altTexts } from '../../shared/fields/thing-fields'
import type { RemoteImage, RemoteProduct } from '../../shared/remote-product'
import { mergeValues } from '../merge'
import { altOf, isNewTo, isTold, isUploadedAs, localKey, pictureKey } from '../pictures'
import { createGallery, type Gallery } from './gallery'

/** The product's pictures with its waiting picture changes laid over them. */
export function withPictureChanges(
  images: readonly RemoteImage[],
  open: readonly ChangeRecord[],
  languages: RemoteProduct['storeLanguages'],
): RemoteImage[] {
  const arrived = arrivedUnanswered(images, open)
  const gallery = createGallery(images)
  for (const change of open) lay(change, { gallery, arrived, languages })
  return gallery.images()
}

/**
 * Local key -> the store's picture that is most likely it: uploads without an answer, and pictures that were not there before
 * them. Which is which is found out before anything is sent; until then neither is shown twice.
 */
export function arrivedUnanswered(
  images: readonly RemoteImage[],
  changes: readonly ChangeRecord[],
): Map<string, RemoteImage> {
  const adds = changes.filter(
    (change) => addsPicture(change) && (change.state === 'sending' || change.state === 'unknown'),
  )
  const arrived = new Map<string, RemoteImage>()
  const isTaken = (image: RemoteImage) => [...arrived.values()].includes(image)
  for (const { id, token } of adds) {
    const image = images.find((each) => isUploadedAs(each, token?.imageId))
    if (image) arrived.set(localKey(id), image)
  }
  for (const { id, token } of adds) {
    if (arrived.has(localKey(id)) || token?.imageId !== undefined) continue
    const image = isNewTo(images, token).find((each) => !isTaken(each))
    if (image) arrived.set(localKey(id), image)
  }
  return arrived
}

type Shown = {
  gallery: Gallery
  arrived: ReadonlyMap<string, RemoteImage>
  languages: RemoteProduct['storeLanguages']
}

function lay(change: ChangeRecord, { gallery, arrived, languages }: Shown): void {
  const named = (key: string) => {
    const image = arrived.get(key)
    return image ? pictureKey(image) : key
  }
  const meant = change.key === null ? null : named(change.key)
  switch (change.verb) {
    case 'add':
      return layAdded(change, gallery, arrived.get(localKey(change.id)), named)
    case 'remove':
      return meant === null ? undefined : gallery.remove(meant)
    case 'order':
      return gallery.arrange(pictureOrderSchema.parse(change.after).map(named))
    case 'set':
      return meant === null ? undefined : gallery.describe(meant, (alt) => described(change, alt, languages))
    default:
  }
}

/** What others wrote in other languages stays beside it. */
function described(change: ChangeRecord, alt: RemoteImage['alt'], languages: Shown['languages']): RemoteImage['alt'] {
  if (!translatesAlt(change)) return rewrittenAlt(alt, { main: String(change.after) }, languages)
  const merge = mergeValues(altTexts, change.before, change.after, altTextsOf(alt, languages))
  if (merge.outcome === 'same') return alt
  return rewrittenAlt(alt, { texts: altTexts.kind.schema.parse(merge.value) }, languages)
}

/** `there`: the store's picture, where it has arrived and only the change is not settled yet. */
function layAdded(
  change: ChangeRecord,
  gallery: Gallery,
  there: RemoteImage | undefined,
  named: (key: string) => string,
): void {
  const added = addedPictureSchema.parse(change.after)
  const { role } = added
  const replaced = role === 'main' ? removedPictureSchema.safeParse(change.before) : null
  if (replaced?.success) gallery.remove(named(replaced.data.key))
  if (!there) gallery.add(localImage(change), role)
  else if (isTold(added)) gallery.describe(pictureKey(there), (own) => ({ ...own, ...altOf(added) }))
}

function localImage({ id, after }: ChangeRecord): RemoteImage {
  const { source, ...told } = addedPictureSchema.parse(after)
  const shown = 'hash' in source ? stagedSource(source.hash) : source.url
  return {
    id: localKey(id),
    imageOriginalUrl: localKey(id),
    image160pxUrl: shown,
    image400pxUrl: shown,
    image1500pxUrl: shown,
    alt: altOf(told),
  }
}
