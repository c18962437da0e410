import { z } from 'zod'
import { addedVariationOf } from '../changes/variation-entries'
import type { StoreProduct } from '../ecwid/store-product'
import { addsVariation } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { pairsIn } from '../shared/fields/renamed-variations'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { says } from '../shared/sentence'
import type { EntriesAdapter } from './entries'
import type { ProductPush, PushParts } from './product-push'

/** Ecwid takes so many in one request. */
const mostInOne = 200
/** Fewer are made one by one. */
const fewest = 3

/**
 * What a store does with variations that the call which makes many does not name. Nobody promises that it leaves them alone, so it is
 * watched what becomes of one that was made here a moment ago: the first time of a product that has no others.
 */
const unlistedSchema = z.enum(['stay', 'go'])
const unlistedKey = 'unlisted-variations'

type Adapter = Pick<EntriesAdapter<RemoteVariation>, 'ours' | 'judge' | 'find' | 'noteArrived'>

/**
 * Makes new variations, two hundred in a request, as far as that can harm no others; the rest is left to be made one by one. What was made
 * is known by what the store has afterwards, each for itself: after a lost answer, and after a refusal too, because nobody promises
 * that it is of all or nothing. What is refused together goes in halves, until what the store does not take is alone.
 */
export async function makeManyVariations(parts: PushParts, push: ProductPush, adapter: Adapter): Promise<void> {
  const { meta } = parts.catalogue
  let most = mostInOne
  let watched: ChangeRecord | null = null
  for (;;) {
    const waiting = push.mayGo() ? adapter.ours(push.sendable()).filter(addsVariation) : []
    if (!watched && waiting.length < fewest) return
    const remote = await push.fresh()
    if (noteFound(push, adapter, waiting, remote)) continue
    const fit = waiting.filter((add) => adapter.judge(add, remote).is === 'sent' && hasNames(remote, add))
    const unlisted = meta.get(unlistedKey, unlistedSchema)
    const others = (remote.combinations?.length ?? 0) - (watched && adapter.find(watched, remote) ? 1 : 0)
    const mayGo = fit.length > 0 && (unlisted === 'stay' || others === 0)
    if (!watched && (!mayGo || fit.length < fewest)) return
    if (!mayGo) return settle(push, adapter, watched ? [watched] : [], await push.confirm())

    const isFirst = unlisted === undefined && !watched
    const batch = fit.slice(0, isFirst ? 1 : most)
    const shown = await send(parts, push, batch)
    if (shown === 'refused') {
      most = Math.ceil(batch.length / 2)
      continue
    }
    most = Math.min(mostInOne, most * 2)
    push.noteShown(shown.product)
    const [first] = batch
    if (isFirst && first && adapter.find(first, shown.product)) {
      watched = first
      continue
    }
    const { combinations: there = [] } = remote
    const stayed = there.every(({ id }) => shown.product.combinations?.some((each) => each.id === id))
    if (there.length > 0 && (watched || !stayed)) meta.set(unlistedKey, stayed ? 'stay' : 'go')
    settle(push, adapter, watched ? [watched, ...batch] : batch, shown, stayed ? null : watched)
    watched = null
  }
}

/** Those that arrived though their answer was lost, all at once. False: there are none. */
function noteFound(
  push: ProductPush,
  adapter: Adapter,
  waiting: readonly ChangeRecord[],
  remote: RemoteProduct,
): boolean {
  const found = waiting.flatMap((add) => {
    const judged = adapter.judge(add, remote)
    return judged.is === 'found' && judged.there ? [{ add, there: judged.there }] : []
  })
  if (found.length === 0) return false
  push.markFound(
    found.map(({ add }) => add),
    () => found.forEach(({ add, there }) => adapter.noteArrived(add, there)),
  )
  return true
}

/** Whether the product has what it is made of. */
function hasNames({ options = [] }: RemoteProduct, add: ChangeRecord): boolean {
  const { options: wanted } = addedVariationOf(add)
  return pairsIn(options, wanted)?.every((pair, at) => pair === wanted[at]) ?? false
}

async function send(
  { ecwid, catalogue }: PushParts,
  push: ProductPush,
  batch: readonly ChangeRecord[],
): Promise<StoreProduct | 'refused'> {
  const bodies = batch.map((add) => {
    const { options, body } = addedVariationOf(add)
    return { options, ...body }
  })
  try {
    const claim = push.claimingQuietly({ changes: batch, readAt: push.readAt() })
    const item = await ecwid.saveVariations(push.ecwidId(), bodies, claim)
    push.noteAnswered(batch)
    return item ?? (await push.confirm())
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused') throw error
    if (batch.length > 1) {
      push.write(() => {
        for (const { id } of batch) catalogue.changes.update(id, { state: 'unknown' })
      })
      return 'refused'
    }
    // Ours may have arrived after it was looked for.
    const isThere = error.info.storeCode === 'COMBINATION_DUPLICATED' && batch.some(({ id }) => push.wasInDoubt(id))
    throw isThere ? new AppError('unknown-outcome', says('not-listed-yet'), { cause: error }) : error
  }
}

/** What is not there is looked for later; only what was `removed` again by the call that made others waits anew. */
function settle(
  push: ProductPush,
  adapter: Adapter,
  answered: readonly ChangeRecord[],
  { raw, product }: StoreProduct,
  removed: ChangeRecord | null = null,
): void {
  push.noteShown(product)
  const there = answered.filter((add) => adapter.find(add, product) !== undefined)
  push.markSent(there, () => {
    push.keep(raw)
    for (const add of there) {
      const found = adapter.find(add, product)
      if (found) adapter.noteArrived(add, found)
    }
  })
  const lost = answered.filter((add) => !there.includes(add))
  if (removed && lost.includes(removed)) push.waitAnew([removed])
  if (lost.some((add) => add !== removed)) throw new AppError('unknown-outcome', says('not-listed-yet'))
}
