import type { ErrorInfo } from '../../electron/shared/errors'
import type { Picture } from '../../electron/shared/product'
import { shortName } from '../../electron/shared/set-label'
import { call } from '../bridge'
import { apply, applyAll, partLabel, settled, type Outcome, type ProductTarget } from './product-action'
import { openedProduct } from './product-store'

/** `order`: every picture key of the product; the first is the main picture. */
export async function orderPictures(target: ProductTarget, order: string[]): Promise<Outcome> {
  const label = { code: 'order-pictures', product: shortName(target.productName) } as const
  return apply(target, label, { kind: 'picture.order', productId: target.productId, order })
}

export async function describePicture(target: ProductTarget, picture: string, alt: string): Promise<Outcome> {
  const label = labelOf('describe-picture', target, picture)
  return apply(target, label, { kind: 'picture.alt', productId: target.productId, picture, alt })
}

/** In one of the store's other languages, by its code. */
export async function translateAlt(
  target: ProductTarget,
  picture: string,
  text: { language: string; alt: string },
): Promise<Outcome> {
  const label = labelOf('describe-picture', target, picture)
  return apply(target, label, { kind: 'picture.alt-in', productId: target.productId, picture, ...text })
}

/** The same text for all of them. */
export async function describePictures(
  target: ProductTarget,
  pictures: readonly string[],
  alt: string,
): Promise<Outcome> {
  const [one] = pictures
  if (pictures.length === 1 && one !== undefined) return describePicture(target, one, alt)
  const { productId } = target
  const label = { code: 'describe-pictures', ...some(target, pictures) } as const
  const operations = pictures.map((picture) => ({ kind: 'picture.alt' as const, productId, picture, alt }))
  return applyAll(target, label, operations)
}

export async function removePictures(target: ProductTarget, pictures: readonly string[]): Promise<Outcome> {
  const { productId } = target
  const [one] = pictures
  const label =
    pictures.length === 1 && one !== undefined
      ? labelOf('remove-picture', target, one)
      : ({ code: 'remove-pictures', ...some(target, pictures) } as const)
  const operations = pictures.map((picture) => ({ kind: 'picture.remove' as const, productId, picture }))
  return applyAll(target, label, operations)
}

const some = ({ productName }: ProductTarget, { length }: readonly string[]) => ({
  product: shortName(productName),
  pictures: length,
})

const labelOf = (code: 'describe-picture' | 'remove-picture', target: ProductTarget, key: string) =>
  partLabel(code, target, nameOfPicture(openedProduct()?.detail?.pictures.find((each) => each.key === key)))

/** By which its owner knows it; '': it has no name. */
export const nameOfPicture = (picture: Pick<Picture, 'alt' | 'fileName'> | undefined): string =>
  (picture?.alt.trim() || picture?.fileName) ?? ''

/** Brings back what a change set took, or takes back what it brought. */
export async function undoSet({ connectionId }: ProductTarget, changeSetId: number): Promise<ErrorInfo | null> {
  return settled(() => call('changes.revert', { connectionId, changeSetId }))
}

export async function retryUpload({ connectionId }: ProductTarget, changeId: number): Promise<ErrorInfo | null> {
  return settled(() => call('changes.retry', { connectionId, changeIds: [changeId] }))
}

export async function cancelUpload({ connectionId }: ProductTarget, changeId: number): Promise<ErrorInfo | null> {
  return settled(() => call('changes.takeBack', { connectionId, changeIds: [changeId] }))
}
