import {
  isSamePicture,
  isVariationUploadedAs,
  variationOfChange,
  variationPicture,
  variationPictureKey,
} from '../changes/variation-pictures'
import { changeOfKey, localKey, sameKey } from '../changes/pictures'
import type { CallOptions } from '../ecwid/call-options'
import { isSameAct, setsVariationPicture } from '../shared/change-address'
import { variationPictureSchema, type ChangeRecord, type VariationPicture } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { unreadable } from './arrived-pictures'
import { copiesOf, waitOrAsk } from './copies'
import { PlanAnew } from './plan-anew'
import type { ProductPush, PushParts } from './product-push'
import { pushFields } from './push-fields'
import { withProgress } from './upload-progress'
import { says } from '../shared/sentence'

/**
 * Sends the pictures of a product's variations. Each has one, so a picture is set or removed, and what is there now tells
 * what became of a request without an answer.
 */
export async function pushVariationPictures(parts: PushParts, push: ProductPush): Promise<void> {
  // Answered when something else was planned anew.
  await confirmAnswered(parts, push)
  // One change of each variation at a time: the next one starts from what this one leaves.
  for (let round = firstOfEach(push); round.length > 0; round = firstOfEach(push)) {
    await settleLost(parts, push)
    for (const { id } of round) {
      const change = push.sendable().find((each) => each.id === id && each.state === 'waiting')
      if (change && push.mayGo()) await sendOne(parts, push, change)
    }
    await confirmAnswered(parts, push)
    if (!push.mayGo()) return
  }
}

async function confirmAnswered(parts: PushParts, push: ProductPush): Promise<void> {
  const answered = push.open().filter((each) => setsVariationPicture(each) && each.state === 'sending')
  if (answered.length === 0) return
  const { raw, product } = await push.confirm()
  await settle(parts, push, answered, product, raw)
}

function firstOfEach(push: ProductPush): ChangeRecord[] {
  const waiting = push.sendable().filter(setsVariationPicture)
  return waiting.filter((change) => waiting.find(({ key }) => key === change.key) === change)
}

async function sendOne(parts: PushParts, push: ProductPush, given: ChangeRecord): Promise<void> {
  // A form that is saved meanwhile does not wait for a whole folder.
  await pushFields(parts, push)
  const variation = variationOfChange(await push.fresh(), given)
  if (!variation) return push.refuse([given], { code: 'refused', sentence: says('variation-gone') })
  const now = variationPicture(variation)
  const before = variationPictureSchema.parse(given.before)
  const { source, fileName } = variationPictureSchema.parse(given.after)
  if (source === null && now.source === null) return push.markFound([given])
  // What it replaces may never have come so far; then there is nothing to compare with.
  const isComparable = before.key === undefined || changeOfKey(before.key) === null
  if (isComparable && !isSamePicture(now, before))
    return push.ask(sameAs(push, given), now, says('both-changed-variation-picture'))
  const change = { ...given, before: await kept(parts, push, given, before, now) }
  push.write(() => parts.catalogue.changes.update(change.id, { before: change.before }))
  // Copying takes its time.
  const still = variationOfChange(await push.fresh(), given)
  if (!still || !isSamePicture(variationPicture(still), now)) throw new PlanAnew()
  const token = { ...change.token, pictureKeys: now.key === undefined ? [] : [now.key], imageId: undefined }
  const claim = push.claiming({ changes: [change], tokenOf: () => token })
  if (source === null) {
    await removePicture(parts, push, variation, claim)
    return push.noteAnswered([change])
  }
  const name = fileName || 'picture'
  const imageId = await withProgress(parts, { change, name, source }, (payload, options) =>
    parts.ecwid.uploadVariationPicture(push.ecwidId(), variation.id, payload, { ...options, ...claim }),
  )
  push.markAnswered(change, { ...token, imageId })
}

/** Later pictures of the same variation are asked about together with it. */
const sameAs = (push: ProductPush, change: ChangeRecord): ChangeRecord[] =>
  push.sendable().filter((each) => isSameAct(each, change))

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

/** Requests whose answer was lost: settled when the store has what they brought, otherwise they wait again. */
async function settleLost(parts: PushParts, push: ProductPush): Promise<void> {
  const lost = push.sendable().filter((change) => setsVariationPicture(change) && change.state === 'unknown')
  if (lost.length === 0) return
  const remote = await push.fresh()
  const arrived: ChangeRecord[] = []
  for (const change of lost) if (await hasArrived(parts, push, change, remote)) arrived.push(change)
  const missing = lost.filter((change) => !arrived.includes(change))
  if (arrived.length > 0) await settle(parts, push, arrived, remote)
  if (missing.length === 0) return
  push.write(() => {
    for (const { id } of missing) parts.catalogue.changes.update(id, { state: 'waiting', token: null })
  })
}

async function hasArrived(
  parts: PushParts,
  push: ProductPush,
  change: ChangeRecord,
  remote: RemoteProduct,
): Promise<boolean> {
  const variation = variationOfChange(remote, change)
  const { source } = variationPictureSchema.parse(change.after)
  const key = variation && variationPictureKey(variation)
  if (!variation || source === null || key === undefined) return source === null && key === undefined
  if (isVariationUploadedAs(variation, change.token?.imageId)) return true
  if (change.token?.pictureKeys?.some((known) => sameKey(known, key))) return false
  // Somebody else may have set one too: the bytes tell, because the store keeps originals as they are.
  const sent = 'hash' in source ? source.hash : await parts.keepCopy(source.url)
  const there = await parts.keepCopy(key)
  return sent === undefined || there === undefined ? waitOrAsk(parts, push, change, unreadable) : sent === there
}

/** Done, with the address the picture has in the store; the next change of the same variation starts from it. */
async function settle(
  { catalogue, ecwid }: PushParts,
  push: ProductPush,
  changes: readonly ChangeRecord[],
  remote: RemoteProduct,
  /** Of the same answer, where it was not kept yet. */
  raw?: unknown,
): Promise<void> {
  let isDescribed = false
  for (const change of changes) {
    const variation = variationOfChange(remote, change)
    const { alt } = variationPictureSchema.parse(change.after)
    if (!variation || alt === (variation.alt?.main ?? '')) continue
    await ecwid.updateVariation(push.ecwidId(), variation.id, { alt: { ...variation.alt, main: alt } })
    isDescribed = true
  }
  const described = isDescribed ? await ecwid.getProduct(push.ecwidId()) : null
  push.markSent(changes, () => {
    const newest = described?.raw ?? raw
    if (newest !== undefined) push.keep(newest)
    for (const change of changes) {
      const variation = variationOfChange(remote, change)
      const key = variation && variationPictureKey(variation)
      const after = variationPictureSchema.parse(change.after)
      catalogue.changes.update(change.id, { after: { ...after, key } })
      renamed(catalogue, change, localKey(change.id), key)
      // What an undo brought back has a new address: earlier changes that left it there can still be undone.
      const reverted = change.reverts === null ? undefined : catalogue.changes.get(change.reverts)
      const was = reverted && variationPictureSchema.parse(reverted.before).key
      if (was !== undefined) renamed(catalogue, change, was, key)
    }
  })
}

function renamed({ changes }: PushParts['catalogue'], change: ChangeRecord, from: string, to: string | undefined) {
  for (const { id, ...other } of changes.alike(change)) {
    const before = variationPictureSchema.parse(other.before)
    const after = variationPictureSchema.parse(other.after)
    if (before.key === from) changes.update(id, { before: { ...before, key: to } })
    if (after.key === from) changes.update(id, { after: { ...after, key: to } })
  }
}
