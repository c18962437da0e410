import { variationPictureSchema, type ChangeRecord, type VariationPicture } from '../shared/change-record'
import { stagedSource } from '../shared/picture-src'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { localKey, withoutHost } from './pictures'

type Change = Pick<ChangeRecord, 'id' | 'key' | 'after' | 'token'>

export const variationOfChange = (product: RemoteProduct, { key }: Pick<ChangeRecord, 'key'>) =>
  product.combinations?.find(({ id }) => String(id) === key)

/** "Red, L"; its SKU where the options say nothing. */
export function variationLabel({ options, sku }: RemoteVariation): string {
  const values = (options ?? []).map(({ value }) => value).filter((value) => value !== '')
  return values.join(', ') || (sku ?? '')
}

/** The address of the original names a variation's own picture; undefined: it has none. */
export const variationPictureKey = ({ originalImageUrl, imageUrl }: RemoteVariation): string | undefined =>
  originalImageUrl ?? imageUrl

/** A variation's own picture as it is now: enough to bring it back. */
export function variationPicture(variation: RemoteVariation): VariationPicture {
  const about = { alt: variation.alt?.main ?? '', fileName: '' }
  const key = variationPictureKey(variation)
  if (key === undefined) return { ...about, source: null }
  const shown = variation.smallThumbnailUrl ?? ''
  if (shown.startsWith(stagedSource('')))
    return { ...about, key, source: { hash: shown.slice(stagedSource('').length) } }
  return { ...about, key, source: { url: key.startsWith('local:') ? shown : key } }
}

/** The same picture of the store, or both none. */
export function isSamePicture(one: Pick<VariationPicture, 'key'>, other: Pick<VariationPicture, 'key'>): boolean {
  const name = ({ key }: Pick<VariationPicture, 'key'>) => key && withoutHost(key)
  return name(one) === name(other)
}

/** The id an upload was answered with is in the address of the variation's large picture. */
export const isVariationUploadedAs = ({ imageUrl }: RemoteVariation, imageId: number | undefined): boolean =>
  imageId !== undefined && new RegExp(`/${imageId}\\.\\w+$`).test(imageUrl ?? '')

/** A product with waiting changes of its variations' pictures laid over it. */
export function withVariationPictures(product: RemoteProduct, changes: readonly Change[]): RemoteProduct {
  const byVariation = new Map<string | null, Change[]>()
  for (const change of changes) {
    const others = byVariation.get(change.key)
    if (others) others.push(change)
    else byVariation.set(change.key, [change])
  }
  const combinations = product.combinations?.map((variation) =>
    (byVariation.get(String(variation.id)) ?? []).reduce(withPicture, variation),
  )
  return { ...product, combinations }
}

function withPicture(variation: RemoteVariation, change: Change): RemoteVariation {
  // The store has it, and it has been read; only the change is not settled yet.
  if (isVariationUploadedAs(variation, change.token?.imageId)) return variation
  const { source, alt: main, key } = variationPictureSchema.parse(change.after)
  const alt = { ...variation.alt, main }
  // Only its text is not in the store yet.
  if (key !== undefined && isSamePicture({ key }, { key: variationPictureKey(variation) })) return { ...variation, alt }
  return { ...withShown(variation, source, localKey(change.id)), alt }
}

function withShown(variation: RemoteVariation, source: VariationPicture['source'], key: string): RemoteVariation {
  const shown = source === null ? undefined : 'hash' in source ? stagedSource(source.hash) : source.url
  return {
    ...variation,
    smallThumbnailUrl: shown,
    thumbnailUrl: shown,
    hdThumbnailUrl: shown,
    imageUrl: shown,
    originalImageUrl: shown && key,
  }
}

/** The picture that one takes along which is made anew; undefined: it has none of its own. */
export function pictureAlong(variation: RemoteVariation): VariationPicture | undefined {
  const { source, alt } = variationPicture(variation)
  return source === null ? undefined : { source, alt, fileName: '' }
}

/** One that waits to be made, with the picture that follows it. */
export const withPictureAlong = (variation: RemoteVariation, { source, alt }: VariationPicture, changeId: number) => ({
  ...withShown(variation, source, localKey(changeId)),
  alt: { main: alt },
})
