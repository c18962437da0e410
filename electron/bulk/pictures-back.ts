import type { Catalogue } from '../catalogue/catalogue'
import { namesNow } from '../changes/picture-names'
import { imagesOf, isNamed, pictureKey, toldBy } from '../changes/pictures'
import { sourcedPictures, type SourcedPicture } from '../changes/sourced-pictures'
import { altTextsOf } from '../shared/alt-translations'
import { isEqual } from '../shared/fields/equal'
import { altTexts } from '../shared/fields/thing-fields'
import type { Texts } from '../shared/fields/translations'
import type { RemoteImage, RemoteProduct } from '../shared/remote-product'
import { hasUnread } from '../shared/unread-entries'
import { keptCopies } from '../changes/picture-copies'
import { asPictureEdit, type Back } from './picture-edit'
import type { ProposedEdit } from './planner'

/**
 * What went of the pictures of a product since it `was`, what is said of the others, and their order. Each comes from the copy that was
 * kept when it went from here, or else from where the store had it, which may have ended with it. What cannot go back says why, alone.
 */
export function picturesBack(
  catalogue: Catalogue,
  productId: number,
  { was, now }: { was: RemoteProduct; now: RemoteProduct },
): ProposedEdit[] {
  const there = imagesOf(now)
  const nameNow = namesNow(catalogue, productId, there)
  const earlier = imagesOf(was)
  const copyOf = keptCopies(catalogue, productId)
  const order: string[] = []
  const edits = sourcedPictures(was).flatMap((picture): ProposedEdit[] => {
    const image = earlier[picture.place - 1]
    if (picture.variation || !image) return []
    const key = nameNow(picture.key)
    if (key === undefined) {
      // What cannot be read of the product may be there.
      if (hasUnread(now, 'images')) return []
      const hash = copyOf(picture.key)
      const source = hash === null ? picture.source : { hash }
      if (!source) return []
      const back = edit(null, comesBack(picture, source, toldBy(image)))
      if (!back.reason) order.push(picture.key)
      return [back]
    }
    order.push(key)
    const is = there.find((each) => isNamed(each, key))
    return is ? describedBack(key, [image, was], [is, now]) : []
  })
  return [...edits, ...orderBack(order, there.map(pictureKey))]
}

const edit = (before: unknown, after: Back): ProposedEdit => ({ variationId: null, ...asPictureEdit(before, after) })

type OfProduct = [image: RemoteImage, product: RemoteProduct]

function describedBack(key: string, then: OfProduct, now: OfProduct): ProposedEdit[] {
  const [was, is] = [then, now].map(([image, { storeLanguages }]) => ({
    alt: image.alt?.main ?? '',
    texts: altTextsOf(image.alt, storeLanguages),
  })) as [Told, Told]
  const isSame = altTexts.kind.isSame(was.texts, is.texts)
  if (was.alt === is.alt && isSame) return []
  const emptied = Object.fromEntries(Object.keys(is.texts).map((language) => [language, '']))
  return [
    edit(
      { url: key, alt: is.alt, ...(!isSame && { texts: is.texts }) },
      { describes: key, alt: was.alt, ...(!isSame && { texts: { ...emptied, ...was.texts } }) },
    ),
  ]
}

/** Those of then first, and what was added since after them; where they stand so among each other, and the main one is the same, nothing moves. */
function orderBack(order: readonly string[], there: readonly string[]): ProposedEdit[] {
  const all = [...there, ...order.filter((key) => !there.includes(key))]
  const are = all.filter((key) => order.includes(key))
  if (isEqual(are, order) && (order.length === 0 || all[0] === order[0])) return []
  return [edit(null, { order: [...order, ...all.filter((key) => !order.includes(key))] })]
}

type Told = { alt: string; texts: Texts }
function comesBack(
  { key: from }: SourcedPicture,
  source: NonNullable<SourcedPicture['source']>,
  told: ReturnType<typeof toldBy>,
) {
  if ('url' in source) return { url: source.url, ...told, from }
  return { hash: source.hash, sourceHash: source.hash, fileName: '', ...told, from }
}
