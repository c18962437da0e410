import {
  isSamePicture,
  isVariationUploadedAs,
  variationOfChange,
  variationPicture,
  variationPictureKey,
} from '../changes/variation-pictures'
import { changeOfKey, localKey, sameKey } from '../changes/pictures'
import type { CallOptions } from '../ecwid/call-options'
import { actOf, isSameAct, setsVariationPicture } from '../shared/change-address'
import { variationPictureSchema, type ChangeRecord, type VariationPicture } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { says } from '../shared/sentence'
import { hasUnread } from '../shared/unread-entries'
import { byContent } from './by-content'
import { copiesOf, waitOrAsk } from './copies'
import { PlanAnew } from './plan-anew'
import type { ProductPush, PushParts } from './product-push'
import type { UploadAdapter } from './uploads'

/** What became of a variation's picture; undefined: it has none, or is gone itself. */
type Arrived = { variation: RemoteVariation | undefined; key: string | undefined }

/** Pictures of a product's variations. Each has one, so a picture is set or removed. */
export const variationUploads: UploadAdapter<Arrived> = {
  isOurs: setsVariationPicture,

  async ready(parts, push, given) {
    const remote = await push.fresh()
    const variation = variationOfChange(remote, given)
    if (!variation) return refused(push, given, remote)
    const now = variationPicture(variation)
    const before = variationPictureSchema.parse(given.before)
    const { source, fileName, key } = variationPictureSchema.parse(given.after)
    if (key !== undefined && now.key !== undefined && sameKey(key, now.key))
      return describedOnly(parts, push, given, variation)
    if (source === null && now.source === null) return found(push, given)
    // What it replaces may never have come so far; then there is nothing to compare with.
    const isComparable = before.key === undefined || changeOfKey(before.key) === null
    if (isComparable && !isSamePicture(now, before)) return asked(push, given, now)
    const change = { ...given, before: await kept(parts, push, given, before, now) }
    push.write(() => parts.catalogue.changes.update(change.id, { before: change.before }))
    // Copying takes its time.
    const still = variationOfChange(await push.fresh(), given)
    if (!still || !isSamePicture(variationPicture(still), now)) throw new PlanAnew()
    const token = { ...change.token, pictureKeys: now.key === undefined ? [] : [now.key], imageId: undefined }
    if (source === null) {
      await removePicture(parts, push, variation, push.claiming({ changes: [change], tokenOf: () => token }))
      push.noteAnswered([change])
      return null
    }
    return {
      change,
      tokenNow: () => token,
      name: fileName || 'picture',
      source,
      unread: false,
      send: (payload, options) => parts.ecwid.uploadVariationPicture(push.ecwidId(), variation.id, payload, options),
    }
  },

  async findAgain(parts, push, lost, remote) {
    const there = new Map<number, Arrived>()
    for (const change of lost) {
      const one = arrivedIn(remote, change)
      if (!one.variation && hasUnread(remote, 'combinations'))
        waitOrAsk(parts, push, change, { waiting: 'compare-waits', asking: 'compare-impossible' })
      if (await hasArrived(parts, push, change, one)) there.set(change.id, one)
    }
    return there
  },

  match: (answered, remote) => new Map(answered.map((change) => [change.id, arrivedIn(remote, change)])),

  async describe({ ecwid }, push, arrived) {
    let isDescribed = false
    for (const { change, there } of arrived) {
      if (!there.variation || textOf(change) === altOf(there.variation)) continue
      await writeText(ecwid, push, change, there.variation)
      isDescribed = true
    }
    return isDescribed ? ecwid.getProduct(push.ecwidId()) : null
  },

  leaveText({ catalogue: { changes } }, push, change, { variation }) {
    if (!variation || textOf(change) === altOf(variation)) return
    const arrived = { ...variationPictureSchema.parse(changes.get(change.id)?.after), alt: altOf(variation) }
    changes.update(change.id, { after: arrived })
    // Another picture for it waits already, which brings a text of its own.
    if (push.open().some((each) => each.id > change.id && isSameAct(each, change))) return
    const { setId, productId, productName, entry } = change
    const after = { ...arrived, alt: textOf(change) }
    changes.insert(setId, { productId, productName, entry, ...actOf(change), before: arrived, after }, null)
  },

  /** The next change of the same variation starts from it. */
  noteArrived({ catalogue }, _push, change, { key }) {
    catalogue.changes.update(change.id, { after: { ...variationPictureSchema.parse(change.after), key } })
    rename(catalogue, change, localKey(change.id), key)
    // What an undo brought back has a new address: earlier changes that left it there can still be undone.
    const reverted = change.reverts === null ? undefined : catalogue.changes.get(change.reverts)
    const was = reverted && variationPictureSchema.parse(reverted.before).key
    if (was !== undefined) rename(catalogue, change, was, key)
  },
}

/** One change of each variation, the first: the next one starts from what this one leaves. */
export function firstOfEach(push: ProductPush): ChangeRecord[] {
  const waiting = push.sendable().filter(setsVariationPicture)
  return waiting.filter((change) => waiting.find((each) => isSameAct(each, change)) === change)
}

const altOf = (variation: RemoteVariation): string => variation.alt?.main ?? ''
const textOf = (change: ChangeRecord): string => variationPictureSchema.parse(change.after).alt

function writeText(
  ecwid: PushParts['ecwid'],
  push: ProductPush,
  change: ChangeRecord,
  { id, alt }: RemoteVariation,
  options: CallOptions = {},
): ReturnType<typeof ecwid.updateVariation> {
  return ecwid.updateVariation(push.ecwidId(), id, { alt: { ...alt, main: textOf(change) } }, options)
}

/** Its picture is there already: only the text was left. */
async function describedOnly(
  { ecwid }: PushParts,
  push: ProductPush,
  change: ChangeRecord,
  variation: RemoteVariation,
): Promise<null> {
  if (textOf(change) === altOf(variation)) return found(push, change)
  await writeText(ecwid, push, change, variation, push.claiming({ changes: [change] }))
  push.noteAnswered([change])
  const { raw } = await ecwid.getProduct(push.ecwidId())
  push.markSent([change], () => push.keep(raw))
  return null
}

function arrivedIn(remote: RemoteProduct, change: ChangeRecord): Arrived {
  const variation = variationOfChange(remote, change)
  return { variation, key: variation && variationPictureKey(variation) }
}

function refused(push: ProductPush, change: ChangeRecord, remote: RemoteProduct): null {
  const why = hasUnread(remote, 'combinations') ? 'variation-unread' : 'variation-gone'
  push.refuse([change], { code: 'refused', sentence: says(why) })
  return null
}

function found(push: ProductPush, change: ChangeRecord): null {
  push.markFound([change])
  return null
}

/** Later pictures of the same variation are asked about together with it. */
function asked(push: ProductPush, change: ChangeRecord, now: VariationPicture): null {
  const same = push.sendable().filter((each) => isSameAct(each, change))
  push.ask(same, now, says('both-changed-variation-picture'))
  return null
}

/** What is replaced is copied first, so that an undo can bring it back. */
async function kept(
  parts: PushParts,
  push: ProductPush,
  change: ChangeRecord,
  before: VariationPicture,
  now: VariationPicture,
): Promise<VariationPicture> {
  if (now.source === null || 'hash' in now.source) return now
  if (before.source && 'hash' in before.source && isSamePicture(before, now)) return { ...now, source: before.source }
  const { url } = now.source
  const hash = (await copiesOf(parts, push, change, [url])).get(url)
  return hash ? { ...now, source: { hash } } : now
}

async function removePicture(
  { ecwid }: PushParts,
  push: ProductPush,
  { id }: RemoteVariation,
  claim: Pick<CallOptions, 'onTurn'>,
): Promise<void> {
  try {
    await ecwid.deleteVariationPicture(push.ecwidId(), id, claim)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    throw new AppError('unknown-outcome', says('variation-picture-gone-already'), { cause: error })
  }
}

/** A picture that was there before is not what it brought. */
async function hasArrived(
  parts: PushParts,
  push: ProductPush,
  change: ChangeRecord,
  { variation, key }: Arrived,
): Promise<boolean> {
  const { source } = variationPictureSchema.parse(change.after)
  if (!variation || source === null || key === undefined) return source === null && key === undefined
  if (isVariationUploadedAs(variation, change.token?.imageId)) return true
  if (change.token?.pictureKeys?.some((known) => sameKey(known, key))) return false
  return (await byContent(parts, push, { change, source, keys: [key] })) !== undefined
}

function rename({ changes }: PushParts['catalogue'], change: ChangeRecord, from: string, to: string | undefined) {
  for (const { id, ...other } of changes.alike(change)) {
    const before = variationPictureSchema.parse(other.before)
    const after = variationPictureSchema.parse(other.after)
    if (before.key === from) changes.update(id, { before: { ...before, key: to } })
    if (after.key === from) changes.update(id, { after: { ...after, key: to } })
  }
}
