import { toAddPicture } from '../shared/change-address'
import type { NewChange } from '../shared/change-record'
import { fieldOf, isProductField, productFieldNames } from '../shared/fields/product-fields'
import type { RemoteProduct } from '../shared/remote-product'
import { copiedVariations, goWithProduct } from './copied-variations'
import { imagesOf, localKey } from './pictures'
import { isMainVideo, videoAddition, videosOf } from './videos'

/** Ecwid's name for the map of a text field's translations. */
export const translatedTwin = (field: string): string => `${field}Translated`

/** Writable parts of a product that are no fields of the form, as POST /products takes them. */
const copiedParts: readonly string[] = [
  ...productFieldNames.filter((name) => fieldOf(name).isTranslated).map(translatedTwin),
  ...['volume'].filter((part) => !isProductField(part)),
]

/**
 * Everything of the original that the form's fields do not cover, variations too where they go with it; never ids, slugs or references, which
 * must stay unique. `rewritten`: the fields that are not the original's any more.
 */
export function copiedBody(original: RemoteProduct, rewritten: readonly string[] = []): Record<string, unknown> {
  // A translated twin would put the old text back over one that was written anew.
  const stale = new Set(rewritten.map(translatedTwin))
  for (const part of copiedParts) if (isOutdated(part, original)) stale.add(part)
  const entries = copiedParts.flatMap((part) => {
    const value = original[part]
    return value === undefined || value === null || stale.has(part) ? [] : [[part, value] as const]
  })
  const combinations = goWithProduct(original) ? copiedVariations(original, !rewritten.includes('sku')) : []
  return { ...Object.fromEntries(entries), ...(combinations.length > 0 && { combinations }) }
}

/** A text that an edit here rewrote is not in its map yet; one that is the store's is, even when it is empty. */
function isOutdated(part: string, original: RemoteProduct): boolean {
  const field = /^(.*)Translated$/.exec(part)?.[1]
  const texts = original[part]
  if (field === undefined || typeof texts !== 'object' || texts === null) return false
  const text = field === 'ribbon' ? original.ribbon?.text : original[field]
  return Object.keys(texts).length > 0 && !Object.values(texts).includes(text ?? '')
}

/** The store fetches the copies from the original's own addresses; pictures still on this device are copied from here. */
export function copiedPictures(original: RemoteProduct, productId: number, productName: string): NewChange[] {
  return imagesOf(original).flatMap((image, position): NewChange[] => {
    const address = image.imageOriginalUrl ?? image.image1500pxUrl ?? ''
    const shown = image.image160pxUrl ?? ''
    const staged = shown.startsWith('staged:') ? shown.slice('staged:'.length) : undefined
    const isLocal = address.startsWith(localKey(0).slice(0, -1))
    const source = staged ? { hash: staged } : { url: isLocal ? shown : address }
    if (source.url !== undefined && !/^https?:/.test(source.url)) return []
    const role = position === 0 ? 'main' : 'gallery'
    const after = { source, role, fileName: '', alt: image.alt?.main ?? '' }
    return [{ productId, productName, ...toAddPicture, before: null, after }]
  })
}

/** A main one stays what is shown first where there is no picture. */
export function copiedVideos(original: RemoteProduct, productId: number, productName: string): NewChange[] {
  const hasNoPictures = imagesOf(original).length === 0
  return videosOf(original).flatMap((video): NewChange[] => {
    if (video.url === undefined) return []
    const role = hasNoPictures && isMainVideo(video) ? 'main' : 'gallery'
    return [{ productId, productName, ...videoAddition(video.url, role, { id: 0 }) }]
  })
}
