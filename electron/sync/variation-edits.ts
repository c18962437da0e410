import type { Catalogue } from '../catalogue/catalogue'
import {
  isOwnField,
  ownFieldOf,
  readOwn,
  withOwnStock,
  hasOwnStock,
  writeOwn,
  type OwnPatch,
} from '../shared/fields/own-fields'
import { removesVariation, setsOwn } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import type { Reason } from '../shared/errors'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { says } from '../shared/sentence'
import { hasUnread } from '../shared/unread-entries'
import { followVariations } from '../changes/variation-names'
import { variationOfChange } from '../changes/variation-pictures'
import { sentFrom, stockDelta } from '../changes/stock'
import { judgeEdits, nothing, refuseNamed, sendEdits, together, type EditsAdapter, type Judged } from './edits'
import { isEntryGone, requestsOnOneRead } from './entries'
import { PlanAnew } from './plan-anew'
import type { ProductPush, PushParts } from './product-push'
import { planStock } from './push-stock'
import { readHoldsMs } from './thing-push'

/** What goes to one variation: its fields in one request, a difference of its stock in another. */
type ToVariation = {
  variation: RemoteVariation
  of: RemoteProduct
  patch: OwnPatch
  edits: ChangeRecord[]
  stock: ChangeRecord[]
}

/** Requests on one read of the product, at `readAt`. `touchedAt`: when it was touched last, by us at the latest; UNIX seconds. */
type Round = { readAt: number; touchedAt: number | undefined }

/** Sends what variations have of their own, each with what was changed of it and nothing else. */
export async function pushVariationEdits(parts: PushParts, push: ProductPush): Promise<void> {
  const left = () => push.sendable().filter(setsOwn).length
  const known = push.known()
  if (left() > 0 && known) push.write(() => followVariations(parts.catalogue, push.productId, known))
  for (let before = Infinity; push.mayGo() && left() > 0 && left() < before;) {
    before = left()
    await sendEdits(push, variationEdits(parts, push))
  }
}

/**
 * Which differences of stock have arrived whose answer was lost. Judged before anything else of the product is sent, because that
 * touches it as well.
 */
export const settleVariationStock = (_parts: PushParts, push: ProductPush): Promise<void> =>
  sendEdits(push, {
    isOurs: (change) => setsOwn(change) && change.field === 'quantity' && change.state === 'unknown',
    read: push.refresh,
    judge(edits, remote) {
      const switching = push.open().filter((change) => setsOwn(change) && change.field === 'unlimited')
      const leaving = new Set(
        push
          .sendable()
          .filter(removesVariation)
          .map(({ key }) => key),
      )
      const judged = byVariation(edits, remote).map(({ variation, changes }) => {
        if (!variation || !hasOwnStock(variation, remote) || leaving.has(String(variation.id))) return nothing
        // What goes with its SKU, or did, is judged with it.
        if (changes.at(-1)?.after === null) return nothing
        const its = switching.filter(({ key }) => key === changes[0]?.key)
        return { ...judgeStock(changes, its, variation, remote, {}), sent: [] }
      })
      return { ...judged.reduce(together, nothing), sent: [], body: null }
    },
    write: () => Promise.resolve(),
  })

const variationEdits = (parts: PushParts, push: ProductPush): EditsAdapter<RemoteProduct, ToVariation[]> => ({
  isOurs: setsOwn,
  read: push.fresh,
  judge(edits, remote) {
    const groups = byVariation(edits, remote)
    const gone = groups.flatMap(({ variation, changes }) => (variation ? [] : changes))
    const why = hasUnread(remote, 'combinations') ? 'variation-unread' : 'variation-gone'
    const refused =
      gone.length > 0 ? [{ changes: gone, reason: { code: 'refused', sentence: says(why) } as const }] : []
    const body: ToVariation[] = []
    let judged: Judged = { ...nothing, refused }
    for (const { variation, changes } of groups) {
      if (!variation || body.length >= requestsOnOneRead) continue
      const { to, ...one } = judgeOne(changes, variation, remote)
      judged = together(judged, one)
      if (to) body.push(to)
    }
    return { ...judged, body }
  },
  async write(_sent, body, remote) {
    const round: Round = { readAt: push.readAt(), touchedAt: remote.updateTimestamp }
    const answered: ToVariation[] = []
    try {
      for (const one of body) {
        // What is left is judged anew; the first of them goes, or is planned anew by its claim.
        const isOld = answered.length > 0 && Math.abs(parts.now() - round.readAt) > readHoldsMs / 2
        if (isOld || !push.mayGo()) break
        if (await sendOne(parts, push, one, round)) answered.push(one)
      }
    } catch (error) {
      if (error instanceof PlanAnew && answered.length > 0) await settle(parts, push, answered)
      throw error
    }
    if (answered.length > 0) await settle(parts, push, answered)
  },
})

function byVariation(edits: readonly ChangeRecord[], remote: RemoteProduct) {
  const groups = new Map<string | null, ChangeRecord[]>()
  for (const edit of edits) groups.set(edit.key, [...(groups.get(edit.key) ?? []), edit])
  return [...groups.values()].map((changes) => ({
    changes,
    variation: changes[0] && variationOfChange(remote, changes[0]),
  }))
}

function judgeOne(changes: readonly ChangeRecord[], variation: RemoteVariation, remote: RemoteProduct) {
  const about = (field: string) => changes.filter((change) => change.field === field)
  const { values, ...fields } = judgeEdits(
    changes.filter(({ field }) => field !== 'quantity'),
    ({ field }) => {
      const way = ownFieldOf(field)
      return way && isOwnField(field) ? { way, theirs: readOwn(variation, remote, field) } : undefined
    },
  )
  const patch: OwnPatch = Object.fromEntries(values.map(({ change: { field }, value }) => [field, value]))
  const isSharedSince = typeof about('sku')[0]?.before === 'string'
  const counted = judgeStock(about('quantity'), about('unlimited'), variation, remote, patch, isSharedSince)
  const edits = [...fields.sent, ...counted.along]
  const whole = counted.number === null ? patch : { ...patch, unlimited: false, quantity: counted.number }
  const isSent = edits.length + counted.sent.length > 0
  const to = isSent ? { variation, of: remote, patch: whole, edits, stock: counted.sent } : null
  return { ...together(fields, counted), sent: [...edits, ...counted.sent], to }
}

/**
 * `number`: there is none in the store to differ from, so that it goes as it is. `along`: what goes with the other fields.
 * `isSharedSince`: among what waits, an SKU went that the store has; what began without a stock began after that.
 */
function judgeStock(
  edits: ChangeRecord[],
  switching: ChangeRecord[],
  variation: RemoteVariation,
  remote: RemoteProduct,
  patch: OwnPatch,
  isSharedSince = false,
): Judged & { number: number | null; along: ChangeRecord[] } {
  const none = { ...nothing, number: null, along: [] }
  if (edits.length === 0) return none
  const theirs = readOwn(variation, remote, 'quantity')
  // It goes with the SKU.
  if (edits.at(-1)?.after === null) {
    const isFree = theirs === null || patch.sku === null
    return isFree ? { ...none, along: edits } : { ...none, refused: [{ changes: edits, reason: keepsOwn }] }
  }
  if (!hasOwnStock(variation, remote)) {
    const number = Number(edits.at(-1)?.after)
    if (typeof patch.sku === 'string') return { ...none, number, along: edits }
    return { ...none, refused: [{ changes: edits, reason: sharesStock }] }
  }
  // The stock goes with the SKU, whatever was typed of it before.
  if (patch.sku === null) return { ...none, along: edits }
  if (isSharedSince && edits.some(({ before }) => before === null)) {
    return { ...none, number: Number(edits.at(-1)?.after), along: edits }
  }
  // There and back is no switch.
  const isSwitched = switching[0]?.before !== switching.at(-1)?.after
  const plan = planStock(edits, isSwitched ? switching : [], withOwnStock(variation, remote))
  const asked = plan.asked ? [{ changes: edits, theirs, sentence: plan.asked }] : []
  const isNothing = stockDelta(plan.difference) === 0
  return {
    ...none,
    found: isNothing ? [...plan.same, ...plan.difference] : plan.same,
    missing: plan.missing,
    asked,
    number: plan.number,
    along: plan.number === null ? [] : edits,
    sent: isNothing ? [] : plan.difference,
  }
}

/** False: the store refuses some of it, and the rest waits again. */
async function sendOne(
  { catalogue, ecwid }: PushParts,
  push: ProductPush,
  to: ToVariation,
  round: Round,
): Promise<boolean> {
  const { variation, of, patch, edits, stock } = to
  const { id } = variation
  const { readAt } = round
  const noteAnswered = (changes: readonly ChangeRecord[]) => {
    push.noteAnswered(changes)
    const time = ecwid.storeTime()
    if (time !== null) round.touchedAt = Math.max(round.touchedAt ?? 0, Math.floor(time / 1000))
  }
  if (edits.length > 0) {
    const claim = push.claimingQuietly({ changes: edits, readAt })
    try {
      await ecwid.updateVariation(push.ecwidId(), id, writeOwn(patch, variation, of), claim)
    } catch (error) {
      if (isEntryGone(error)) planAnew(catalogue, push, edits)
      if (!refuseNamed(catalogue, push, edits, error)) throw error
      return false
    }
    noteAnswered(edits)
  }
  if (stock.length === 0) return true
  const tokenOf = () =>
    sentFrom({ ...withOwnStock(variation, { id }), updateTimestamp: round.touchedAt }, ecwid.storeTime())
  const claim = push.claimingQuietly({ changes: stock, readAt, tokenOf })
  try {
    await ecwid.adjustVariationStock(push.ecwidId(), id, stockDelta(stock), claim)
  } catch (error) {
    if (isEntryGone(error)) planAnew(catalogue, push, stock)
    throw error
  }
  noteAnswered(stock)
  return true
}

/** The variation has gone since it was read: what was on the wire for it waits, and is judged by what is there. */
function planAnew(catalogue: Catalogue, push: ProductPush, changes: readonly ChangeRecord[]): never {
  push.write(() => {
    for (const { id } of changes) catalogue.changes.update(id, { state: 'waiting' })
  })
  throw new PlanAnew()
}

/** What the store made of them. It may keep what was to be given back to the product: then its owner is told. */
async function settle({ catalogue }: PushParts, push: ProductPush, answered: readonly ToVariation[]): Promise<void> {
  const { raw, product } = await push.confirm()
  push.noteShown(product)
  const kept = answered.flatMap(({ variation, patch, edits }) => {
    const now = product.combinations?.find(({ id }) => id === variation.id)
    const isKept = (field: string | null) =>
      now && isOwnField(field) && patch[field] === null && readOwn(now, product, field) !== null
    return edits.filter(({ field }) => isKept(field))
  })
  const sent = answered.flatMap(({ edits, stock }) => [...edits, ...stock]).filter((change) => !kept.includes(change))
  push.markSent(sent, () => {
    push.keep(raw)
    for (const { id } of kept) catalogue.changes.update(id, { state: 'refused', reason: keepsOwn, retryAt: null })
  })
}

const keepsOwn: Reason = { code: 'refused', sentence: says('variation-keeps-own') }
const sharesStock: Reason = { code: 'refused', sentence: says('variation-shares-stock') }
