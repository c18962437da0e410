import type { ErrorInfo } from '../../electron/shared/errors'
import { shortName } from '../../electron/shared/set-label'
import { call } from '../bridge'
import { apply, settled, type Outcome, type ProductTarget } from './product-action'

/** `order`: every picture key of the product; the first is the main picture. */
export async function orderPictures(target: ProductTarget, order: string[]): Promise<Outcome> {
  const label = { code: 'order-pictures', product: shortName(target.productName) } as const
  return apply(target, label, { kind: 'picture.order', productId: target.productId, order })
}

export async function describePicture(target: ProductTarget, picture: string, alt: string): Promise<Outcome> {
  const label = { code: 'describe-picture', product: shortName(target.productName) } as const
  return apply(target, label, { kind: 'picture.alt', productId: target.productId, picture, alt })
}

/** In one of the store's other languages, by its code. */
export async function translateAlt(
  target: ProductTarget,
  picture: string,
  text: { language: string; alt: string },
): Promise<Outcome> {
  const label = { code: 'describe-picture', product: shortName(target.productName) } as const
  return apply(target, label, { kind: 'picture.alt-in', productId: target.productId, picture, ...text })
}

export async function removePicture(target: ProductTarget, picture: string): Promise<Outcome> {
  const label = { code: 'remove-picture', product: shortName(target.productName) } as const
  return apply(target, label, { kind: 'picture.remove', productId: target.productId, picture })
}

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
