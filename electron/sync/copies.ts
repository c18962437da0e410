import type { z } from 'zod'
import { addressOf } from '../changes/kept-copies'
import { removedPictureSchema, type ChangeRecord } from '../shared/change-record'
import type { RemoteImage } from '../shared/remote-product'
import { AppError } from '../shared/errors'
import { PlanAnew } from './plan-anew'
import type { ProductPush, PushParts } from './product-push'
import type { ThingPush } from './thing-push'
import { says, type PlainSentence } from '../shared/sentence'

/** How often the copy of a picture is tried before its owner is asked to do without. */
const triedAtMost = 5

/**
 * Copies of pictures that are about to leave the store, for an undo and for snapshots that name them: address -> content hash. What cannot be copied now waits;
 * what can never be is refused once, and goes without a way back when its owner tries again.
 */
export async function copiesOf(
  parts: Pick<PushParts, 'catalogue' | 'keepCopy' | 'untilSnapshot'>,
  push: Pick<ThingPush, 'refuse' | 'write'>,
  change: ChangeRecord,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  const copies = new Map<string, string>()
  await parts.untilSnapshot?.(change.productId)
  for (const address of addresses) {
    const kept = await parts.keepCopy(address)
    if (!kept) continue
    copies.set(address, kept.hash)
    // An undo needs it as long as the change is there, a put-back as long as the snapshot is.
    push.write(() => parts.catalogue.snapshots.pictures.keep({ thingId: change.productId, key: address, ...kept }))
  }
  if (copies.size === new Set(addresses).size || change.token?.withoutCopy) return copies
  waitOrAsk(parts, push, change, {
    waiting: 'copy-waits',
    asking: 'copy-impossible',
    token: { ...change.token, withoutCopy: true },
  })
}

/** What cannot be read now is tried again a while later; in the end its owner is told why it stays. Always throws. */
export function waitOrAsk(
  { catalogue }: Pick<PushParts, 'catalogue'>,
  push: Pick<ThingPush, 'refuse' | 'write'>,
  change: ChangeRecord,
  words: { waiting: PlainSentence; asking: PlainSentence; token?: ChangeRecord['token'] },
): never {
  if (change.attempts >= triedAtMost) {
    push.refuse([change], { code: 'refused', sentence: says(words.asking) }, words.token)
    throw new PlanAnew()
  }
  push.write(() => catalogue.changes.update(change.id, { attempts: change.attempts + 1 }))
  throw new AppError(change.state === 'unknown' ? 'unknown-outcome' : 'store-fault', says(words.waiting))
}

/**
 * A main picture that is about to be replaced, or one that is removed, is copied first. `image`: the picture as the store has
 * it now, perhaps elsewhere than when its owner saw it. The change as it is then.
 */
export async function withCopy(
  parts: PushParts,
  push: ProductPush,
  change: ChangeRecord,
  image: RemoteImage | undefined,
): Promise<ChangeRecord> {
  const goes = removedPictureSchema.safeParse(change.before)
  if (!goes.success) return change
  const hash = await missingCopy(parts, push, change, { goes: goes.data, image })
  return hash === undefined ? change : push.keepBefore(change, { ...goes.data, hash })
}

/** The content hash of a picture that goes and has no copy yet; undefined: it has one, or goes without. `change`: who waits for it. */
export async function missingCopy(
  parts: PushParts,
  push: ProductPush,
  change: ChangeRecord,
  { goes, image }: { goes: z.infer<typeof removedPictureSchema>; image: RemoteImage | undefined },
): Promise<string | undefined> {
  const address = image && addressOf(image)
  if (goes.hash !== undefined || address === undefined) return undefined
  return (await copiesOf(parts, push, change, [address])).get(address)
}
