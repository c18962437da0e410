import { ownPictureSchema, type ChangeRecord, type OwnPicture } from '../shared/change-record'
import { stagedHashOf, stagedSource } from '../shared/picture-src'
import type { PictureHolder } from '../shared/remote-product'
import { mergeTold, mineOfTold } from './own-picture-text'
import { altOf, localKey, toldBy, withoutHost } from './pictures'

type Change = Pick<ChangeRecord, 'id' | 'before' | 'after' | 'token'>
type Languages = readonly string[] | undefined

/** The address of the original names the one picture of a variation or a category; undefined: it has none. */
export const ownPictureKey = ({ originalImageUrl, imageUrl }: PictureHolder): string | undefined =>
  originalImageUrl ?? imageUrl

/** The picture as it is now: enough to bring it back. */
export function ownPicture(holder: PictureHolder): OwnPicture {
  const about = { ...toldBy(holder), fileName: '' }
  const key = ownPictureKey(holder)
  if (key === undefined) return { ...about, source: null }
  const shown = holder.smallThumbnailUrl ?? ''
  const hash = stagedHashOf(shown)
  if (hash !== undefined) return { ...about, key, source: { hash } }
  return { ...about, key, source: { url: key.startsWith('local:') ? shown : key } }
}

/** The same picture of the store, or both none. */
export function isSamePicture(one: Pick<OwnPicture, 'key'>, other: Pick<OwnPicture, 'key'>): boolean {
  const name = ({ key }: Pick<OwnPicture, 'key'>) => key && withoutHost(key)
  return name(one) === name(other)
}

/** The id an upload was answered with is in the address of the large size, or, of a category, of a small one. */
export const hasUploaded = ({ imageUrl, thumbnailUrl }: PictureHolder, imageId: number | undefined): boolean =>
  imageId !== undefined &&
  [imageUrl, thumbnailUrl].some((address) => new RegExp(`/${imageId}\\.\\w+$`).test(address ?? ''))

/** With a waiting change of its picture laid over it. */
export function withOwnPicture<Holder extends PictureHolder>(
  holder: Holder,
  change: Change,
  languages: Languages,
): Holder {
  // The store has it, and it has been read; only the change is not settled yet.
  if (hasUploaded(holder, change.token?.imageId)) return holder
  const after = ownPictureSchema.parse(change.after)
  // Only its text is not in the store yet.
  if (isText(holder, after)) return { ...holder, alt: tellAnew(holder, change, languages).alt }
  const { source, ...told } = after
  return { ...withShown(holder, source, localKey(change.id)), alt: { ...holder.alt, ...altOf(told) } }
}

function withShown<Holder extends PictureHolder>(holder: Holder, source: OwnPicture['source'], key: string): Holder {
  const shown = source === null ? undefined : 'hash' in source ? stagedSource(source.hash) : source.url
  return {
    ...holder,
    smallThumbnailUrl: shown,
    thumbnailUrl: shown,
    hdThumbnailUrl: shown,
    imageUrl: shown,
    originalImageUrl: shown && key,
  }
}

/** The picture that one takes along which is made anew; undefined: it has none of its own. */
export function pictureAlong(holder: PictureHolder): OwnPicture | undefined {
  const { key: _, ...picture } = ownPicture(holder)
  return picture.source === null ? undefined : picture
}

/** One that waits to be made, with the picture that follows it. */
export const withPictureAlong = <Holder extends PictureHolder>(
  holder: Holder,
  { source, ...told }: OwnPicture,
  changeId: number,
) => ({ ...withShown(holder, source, localKey(changeId)), alt: altOf(told) })

/** With the same text; there is none about no picture. */
const isAs = (one: OwnPicture, other: OwnPicture): boolean =>
  isSamePicture(one, other) && (one.key === undefined || one.alt === other.alt)

/** It is about the picture that is there: nothing but its text differs. */
export const isText = (holder: PictureHolder, after: Pick<OwnPicture, 'key'>): boolean =>
  after.key !== undefined && isSamePicture(after, { key: ownPictureKey(holder) })

/** A text as it comes to what stands there now. One that was typed over another picture's starts from what this one says. */
export function tellAnew(holder: PictureHolder, change: Pick<ChangeRecord, 'before' | 'after'>, languages: Languages) {
  const [was, after] = [ownPictureSchema.parse(change.before), ownPictureSchema.parse(change.after)]
  const now = ownPicture(holder)
  return mergeTold({ before: isSamePicture(was, now) ? was : now, after }, holder.alt, languages)
}

type Values = Pick<ChangeRecord, 'before' | 'after'>

/** The same text once more, over what is said by now. */
export function pictureAgain(holder: PictureHolder, change: Values, languages: Languages): Values {
  const [before, after] = [ownPicture(holder), ownPictureSchema.parse(change.after)]
  if (!isText(holder, after)) return { before, after }
  return { before, after: { ...after, ...toldBy({ alt: tellAnew(holder, change, languages).alt }) } }
}

/** Where a change of the picture that is in the store leads back to, from what is there now. */
export function pictureBack(holder: PictureHolder, change: Values, languages: Languages) {
  const now = ownPicture(holder)
  const [was, wrote] = [ownPictureSchema.parse(change.before), ownPictureSchema.parse(change.after)]
  if (isText(holder, was) && isText(holder, wrote)) {
    const { outcome, alt } = mergeTold({ before: wrote, after: was }, holder.alt, languages)
    const back = { ...now, ...toldBy({ alt }) }
    const textStanding = outcome === 'same' ? 'done' : outcome === 'conflict' ? 'moved' : 'clean'
    return { standing: textStanding, before: now, after: back } as const
  }
  const standing = isAs(now, was) ? 'done' : isAs(now, wrote) ? 'clean' : 'moved'
  return { standing, before: now, after: was } as const
}

/** A text about a picture that goes describes nothing any more; one about a picture that is replaced stays, if nothing else is said. */
export function pictureInstead(
  { alt: kept }: OwnPicture,
  { source, fileName, alt }: Pick<OwnPicture, 'source' | 'fileName'> & { alt?: string | undefined },
): OwnPicture {
  return source === null ? { source, fileName: '', alt: '' } : { source, fileName, alt: alt ?? kept }
}

/** Of a question that is decided as its owner has it; of the text of one picture, what both did in different languages stays. */
export function mineOfPicture(...[mine, before, theirs]: readonly unknown[]): OwnPicture {
  const after = ownPictureSchema.parse(mine)
  const [was, now] = [before, theirs].map((side) => ownPictureSchema.parse(side))
  const isOfText = was && now && after.key !== undefined && isSamePicture(after, now) && isSamePicture(was, now)
  return isOfText ? mineOfTold(after, was, now) : after
}
