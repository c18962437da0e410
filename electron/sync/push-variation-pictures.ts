import {
  isSamePicture,
  isVariationUploadedAs,
  variationOfChange,
  variationPicture,
  variationPictureKey,
} from '../changes/variation-pictures'
import { localKey } from '../changes/pictures'
import { variationPictureSchema, type ChangeRecord, type VariationPicture } from '../shared/change-record'
import { AppError } from '../shared/errors'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import type { ProductPush, PushParts } from './product-push'
import { pushFields } from './push-fields'
import { withProgress } from './upload-progress'

/**
 * Sends the pictures of a product's variations. Each has one, so a picture is set or removed, and what is there now tells
 * what became of a request without an answer.
 */
export async function pushVariationPictures(parts: PushParts, push: ProductPush): Promise<void> {
  // One change of each variation at a time: the next one starts from what this one leaves.
  for (let round = firstOfEach(push); round.length > 0; round = firstOfEach(push)) {
    const remote = await push.refresh()
    await settleLost(parts, push, remote)
    for (const { id } of round) {
      const change = push.sendable().find((each) => each.id === id && each.state === 'waiting')
      if (change) await sendOne(parts, push, change, remote)
    }
    const answered = inFlight(push)
    if (answered.length === 0) continue
    const { raw, product } = await push.confirm()
    await settle(parts, push, answered, product, raw)
  }
}

const isOurs = ({ kind }: ChangeRecord): boolean => kind === 'picture.variation'
const inFlight = (push: ProductPush) => push.open().filter((each) => isOurs(each) && each.state === 'sending')

function firstOfEach(push: ProductPush): ChangeRecord[] {
  const waiting = push.sendable().filter(isOurs)
  return waiting.filter((change) => waiting.find(({ field }) => field === change.field) === change)
}

async function sendOne(parts: PushParts, push: ProductPush, change: ChangeRecord, remote: RemoteProduct) {
  const variation = variationOfChange(remote, change)
  if (!variation) return refuseGone(parts, push, change)
  const now = variationPicture(variation)
  const before = variationPictureSchema.parse(change.before)
  const { source, fileName } = variationPictureSchema.parse(change.after)
  if (source === null && now.source === null) return push.markSent([change])
  // What it replaces may never have come so far; then there is nothing to compare with.
  const isComparable = !before.key?.startsWith(localKey(0).slice(0, -1))
  if (isComparable && !isSamePicture(now, before)) return ask(parts, push, change, now)
  // A form that is saved meanwhile does not wait for a whole folder.
  await pushFields(parts, push)
  const { catalogue, ecwid } = parts
  catalogue.changes.update(change.id, { before: await kept(parts, before, now) })
  const pictureKeys = now.key === undefined ? [] : [now.key]
  push.markSending([change], { pictureKeys })
  if (source === null) return removePicture(parts, push, variation)
  const name = fileName || 'picture'
  const imageId = await withProgress(parts, { change, name, source }, (payload, options) =>
    ecwid.uploadVariationPicture(push.ecwidId(), variation.id, payload, options),
  )
  catalogue.changes.update(change.id, { token: { pictureKeys, imageId } })
}

/** What is replaced is copied first, so that an undo can bring it back. */
async function kept(
  { keepCopy }: PushParts,
  before: VariationPicture,
  now: VariationPicture,
): Promise<VariationPicture> {
  if (now.source === null || 'hash' in now.source) return now
  if (before.source && 'hash' in before.source && isSamePicture(before, now)) return { ...now, source: before.source }
  const hash = await keepCopy(now.source.url)
  return hash ? { ...now, source: { hash } } : now
}

async function removePicture({ ecwid }: PushParts, push: ProductPush, { id }: RemoteVariation): Promise<void> {
  try {
    await ecwid.deleteVariationPicture(push.ecwidId(), id)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    const message = 'The picture or its variation is gone already. This is looked up.'
    throw new AppError('unknown-outcome', message, { cause: error })
  }
}

/** Requests whose answer was lost: settled when the store has what they brought, otherwise they wait again. */
async function settleLost(parts: PushParts, push: ProductPush, remote: RemoteProduct): Promise<void> {
  const lost = push.open().filter((change) => isOurs(change) && change.state === 'unknown')
  const arrived: ChangeRecord[] = []
  for (const change of lost) if (await hasArrived(parts, change, remote)) arrived.push(change)
  const missing = lost.filter((change) => !arrived.includes(change))
  if (arrived.length > 0) await settle(parts, push, arrived, remote)
  if (missing.length === 0) return
  push.write(() => {
    for (const { id } of missing) parts.catalogue.changes.update(id, { state: 'waiting', token: null })
  })
}

async function hasArrived(parts: PushParts, change: ChangeRecord, remote: RemoteProduct): Promise<boolean> {
  const variation = variationOfChange(remote, change)
  const { source } = variationPictureSchema.parse(change.after)
  const key = variation && variationPictureKey(variation)
  if (!variation || source === null || key === undefined) return source === null && key === undefined
  if (isVariationUploadedAs(variation, change.token?.imageId)) return true
  if (change.token?.pictureKeys?.includes(key)) return false
  // Somebody else may have set one too: the bytes tell, because the store keeps originals as they are.
  const [sent, there] = await Promise.all([
    'hash' in source ? source.hash : parts.keepCopy(source.url),
    parts.keepCopy(key),
  ])
  return sent === undefined || there === undefined || sent === there
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
  for (const { id, ...other } of changes.ofField(change)) {
    const before = variationPictureSchema.parse(other.before)
    const after = variationPictureSchema.parse(other.after)
    if (before.key === from) changes.update(id, { before: { ...before, key: to } })
    if (after.key === from) changes.update(id, { after: { ...after, key: to } })
  }
}

function refuseGone({ catalogue }: PushParts, push: ProductPush, { id }: ChangeRecord): void {
  const message = 'This variation is no longer in the store. Its picture is kept here.'
  push.write(() => catalogue.changes.update(id, { state: 'refused', reason: { code: 'refused', message } }))
}

/** Later pictures of the same variation are asked about together with it. */
function ask({ catalogue }: PushParts, push: ProductPush, { field }: ChangeRecord, theirs: VariationPicture): void {
  const message = 'The picture of this variation was changed in the store too. Choose which one stays.'
  const same = push.sendable().filter((each) => isOurs(each) && each.field === field)
  push.write(() => {
    for (const { id } of same) {
      catalogue.changes.update(id, { state: 'conflict', theirs, reason: { code: 'conflict', message } })
    }
  })
}
