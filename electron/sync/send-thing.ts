import { goneReason } from '../changes/gone-reason'
import { isCreate, isDelete, type ThingRef } from '../shared/change-address'
import { AppError } from '../shared/errors'
import { createProductPush, type PushParts } from './product-push'
import { productSender } from './product-sender'
import type { Sender } from './sender'
import { createShelfPush } from './shelf-push'
import { shelfSender } from './shelf-sender'

export function createSender(parts: PushParts, { thing, id }: ThingRef, leaveSlot: () => void): Sender {
  return thing === 'product'
    ? productSender(parts, createProductPush(parts, id, leaveSlot))
    : shelfSender(parts, createShelfPush(parts, id, thing))
}

/** Whatever it is: it is made before it is edited, and once its delete is due it is not edited any more. */
export async function sendThing(sender: Sender, now: () => number): Promise<void> {
  const waiting = sender.sendable()
  if (waiting.length === 0 && !sender.open().some(({ state }) => state === 'sending')) return
  const deletion = waiting.find(isDelete)
  const made = waiting.find(isCreate)
  const isDue = deletion !== undefined && (deletion.retryAt ?? 0) <= now()
  // Only what is known to be in the store can be deleted there.
  if (made && (!isDue || made.state === 'unknown')) await sender.create(made)
  if (isDue) return sender.remove(deletion)
  if (!sender.isInStore()) throw new AppError('not-found', goneReason.sentence, goneReason)
  for (const send of sender.edits) await send()
  if (made) await sender.keepMade()
}
