import type { ChangeKind } from '../shared/change'
import { addedPictureSchema, type ChangeRecord } from '../shared/change-record'
import { pushArrangement } from './push-arrangement'
import type { ProductPush, PushParts } from './product-push'
import { pushRemoved } from './push-removed'
import { confirmUploads, pushAdded } from './push-uploads'
import { pushVariationPictures } from './push-variation-pictures'

/**
 * Sends a product's picture changes as operations: uploads one by one, removals, then order and alt texts in one call. What
 * waits for an upload goes in the next round.
 */
export async function pushPictures(parts: PushParts, push: ProductPush): Promise<void> {
  // Answered when something else was planned anew.
  await confirmUploads(parts, push)
  for (let round = nextRound(push); round.length > 0; round = nextRound(push)) {
    const before = outline(push)
    await pushAdded(parts, push, ofKind(round, 'picture.add'))
    for (const { id } of ofKind(round, 'picture.remove')) {
      const change = push.sendable().find((each) => each.id === id)
      if (change) await pushRemoved(parts, push, change)
    }
    await pushArrangement(parts, push, new Set(round.map(({ id }) => id)))
    if (outline(push) === before) break
  }
  await pushVariationPictures(parts, push)
}

/** Up to a new main picture that follows on an order or a removal: it takes the place of what is the main picture then. */
function nextRound(push: ProductPush): ChangeRecord[] {
  const waiting = push.sendable().filter(({ kind }) => kind.startsWith('picture.') && kind !== 'picture.variation')
  const firstMove = waiting.findIndex(({ kind }) => kind === 'picture.order' || kind === 'picture.remove')
  const nextMain = firstMove < 0 ? -1 : waiting.findIndex((change, at) => at > firstMove && isMain(change))
  return nextMain < 0 ? waiting : waiting.slice(0, nextMain)
}

const isMain = ({ kind, after }: ChangeRecord): boolean =>
  kind === 'picture.add' && addedPictureSchema.parse(after).role === 'main'

const ofKind = (changes: readonly ChangeRecord[], kind: ChangeKind) => changes.filter((change) => change.kind === kind)

/** What is left to send, and in which state. */
const outline = (push: ProductPush): string =>
  push
    .open()
    .map(({ id, state }) => `${id} ${state}`)
    .join()
