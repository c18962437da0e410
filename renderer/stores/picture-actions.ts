import type { Operation } from '../../electron/shared/change'
import type { ErrorInfo } from '../../electron/shared/errors'
import { shortName, type WantedLabel } from '../../electron/shared/set-label'
import { call, problemOf } from '../bridge'
import { refreshProduct } from './product-store'

export type PictureTarget = { connectionId: string; productId: number; productName: string }
export type PictureOutcome = { changeSetId: number | null; problem: ErrorInfo | null }

/** `order`: every picture key of the product; the first is the main picture. */
export async function orderPictures(target: PictureTarget, order: string[]): Promise<PictureOutcome> {
  const label = { code: 'order-pictures', product: shortName(target.productName) } as const
  return apply(target, label, { kind: 'picture.order', productId: target.productId, order })
}

export async function describePicture(target: PictureTarget, picture: string, alt: string): Promise<PictureOutcome> {
  const label = { code: 'describe-picture', product: shortName(target.productName) } as const
  return apply(target, label, { kind: 'picture.alt', productId: target.productId, picture, alt })
}

export async function removePicture(target: PictureTarget, picture: string): Promise<PictureOutcome> {
  const label = { code: 'remove-picture', product: shortName(target.productName) } as const
  return apply(target, label, { kind: 'picture.remove', productId: target.productId, picture })
}

/** Brings back what a change set took, or takes back what it brought. */
export async function undoPictures({ connectionId }: PictureTarget, changeSetId: number): Promise<ErrorInfo | null> {
  return settled(() => call('changes.revert', { connectionId, changeSetId }))
}

export async function retryUpload({ connectionId }: PictureTarget, changeId: number): Promise<ErrorInfo | null> {
  return settled(() => call('changes.retry', { connectionId, changeIds: [changeId] }))
}

export async function cancelUpload({ connectionId }: PictureTarget, changeId: number): Promise<ErrorInfo | null> {
  return settled(() => call('changes.takeBack', { connectionId, changeIds: [changeId] }))
}

async function apply(
  { connectionId }: PictureTarget,
  label: WantedLabel,
  operation: Operation,
): Promise<PictureOutcome> {
  let changeSetId: number | null = null
  const problem = await settled(async () => {
    const input = { connectionId, source: 'pictures' as const, label, operations: [operation] }
    ;({ changeSetId } = await call('changes.apply', input))
  })
  return { changeSetId, problem }
}

async function settled(ask: () => Promise<unknown>): Promise<ErrorInfo | null> {
  try {
    await ask()
    await refreshProduct()
    return null
  } catch (error) {
    return problemOf(error)
  }
}
