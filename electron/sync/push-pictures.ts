import {
  addsPicture,
  isOfPictures,
  ordersPictures,
  removesPicture,
  setsVariationPicture,
} from '../shared/change-address'
import { addedPictureSchema, type ChangeRecord } from '../shared/change-record'
import { firstOfEach } from './own-picture-uploads'
import { pictureUploads } from './picture-uploads'
import { pushArrangement } from './push-arrangement'
import type { ProductPush, PushParts } from './product-push'
import { typedFirst } from './push-fields'
import { pushRemoved } from './push-removed'
import { confirmUploads, pushUploads } from './uploads'
import { variationUploads } from './variation-uploads'

/**
 * Sends a product's picture changes as operations: uploads one by one, removals, then order and alt texts in one call. What
 * waits for an upload goes in the next round.
 */
export async function pushPictures(parts: PushParts, push: ProductPush): Promise<void> {
  // Answered when something else was planned anew.
  await confirmUploads(parts, push, pictureUploads)
  for (let round = nextRound(push); round.length > 0; round = nextRound(push)) {
    const before = outline(push)
    await pushUploads(parts, push, pictureUploads, round.filter(addsPicture), typedFirst(parts, push))
    for (const { id } of round.filter(removesPicture)) {
      const change = push.sendable().find((each) => each.id === id)
      if (change) await pushRemoved(parts, push, change)
    }
    await pushArrangement(parts, push, new Set(round.map(({ id }) => id)))
    if (outline(push) === before) break
  }
}

/** Sends the pictures of its variations. */
export async function pushVariationPictures(parts: PushParts, push: ProductPush): Promise<void> {
  await confirmUploads(parts, push, variationUploads)
  const next = () => firstOfEach(push, setsVariationPicture)
  for (let round = next(); round.length > 0; round = next()) {
    await pushUploads(parts, push, variationUploads, round, typedFirst(parts, push))
    if (!push.mayGo()) return
  }
}

/** Up to a new main picture that follows on an order or a removal: it takes the place of what is the main picture then. */
function nextRound(push: ProductPush): ChangeRecord[] {
  const waiting = push.sendable().filter(isOfPictures)
  const firstMove = waiting.findIndex((change) => ordersPictures(change) || removesPicture(change))
  const nextMain = firstMove < 0 ? -1 : waiting.findIndex((change, at) => at > firstMove && isMain(change))
  return nextMain < 0 ? waiting : waiting.slice(0, nextMain)
}

const isMain = (change: ChangeRecord): boolean =>
  addsPicture(change) && addedPictureSchema.parse(change.after).role === 'main'

/** What is left to send, and in which state. */
const outline = (push: ProductPush): string =>
  push
    .open()
    .map(({ id, state }) => `${id} ${state}`)
    .join()
