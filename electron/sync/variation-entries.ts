import {
  addedVariationOf,
  hasOptions,
  isChangedSince,
  isMadeAs,
  localVariation,
  removedVariationOf,
  renamedBy,
} from '../changes/variation-entries'
import { variationOfChange } from '../changes/variation-pictures'
import { goneWith } from '../changes/gone-with-variation'
import { addsVariation, removesVariation, setsThis, toSetVariationPicture } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, type Reason } from '../shared/errors'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { says, type PlainSentence } from '../shared/sentence'
import { hasUnread } from '../shared/unread-entries'
import { copiesOf } from './copies'
import { addressOfVariation, withCopies } from '../changes/kept-copies'
import { makeManyVariations } from './many-variations'
import { sendEntries, type EntriesAdapter } from './entries'
import type { ProductPush, PushParts } from './product-push'

/** Makes variations, many at once where that is sound, and removes them. No two of a product have the same options: by those one is found again. */
export async function pushVariations(parts: PushParts, push: ProductPush): Promise<void> {
  const entries = variationEntries(parts, push)
  await makeManyVariations(parts, push, entries)
  await keepRemovedPictures(parts, push)
  await sendEntries(parts, push, entries)
}

/** The pictures of variations that are removed next are copied first: the store's addresses end with them. */
async function keepRemovedPictures(parts: PushParts, push: ProductPush): Promise<void> {
  const removals = push.sendable().filter((change) => removesVariation(change) && change.state === 'waiting')
  if (removals.length === 0) return
  const remote = await push.fresh()
  const kept = new Map<number, ReadonlyMap<string, string>>()
  for (const change of removals) {
    const there = variationOfChange(remote, change)
    const addresses = there ? addressOfVariation(removedVariationOf(change)) : []
    if (addresses.length === 0) continue
    kept.set(change.id, await copiesOf(parts, push, change, addresses))
  }
  if (kept.size === 0) return
  push.write(() => {
    // An edit may have been taken back meanwhile, which removals remember.
    for (const change of push.open()) {
      const copies = kept.get(change.id)
      if (!copies) continue
      const [before] = withCopies({ id: 0, combinations: [removedVariationOf(change)] }, copies).combinations ?? []
      parts.catalogue.changes.update(change.id, { before })
    }
  })
}

const because = (sentence: PlainSentence): Reason => ({ code: 'refused', sentence: says(sentence) })

const variationEntries = (
  { catalogue, ecwid, now }: PushParts,
  push: ProductPush,
): EntriesAdapter<RemoteVariation> => ({
  ours(sendable) {
    // A store gives a product whatever options a variation names: those that were there before it go first.
    const options = sendable.find((change) => setsThis(change, 'options'))?.id ?? Infinity
    return sendable.filter((change) => removesVariation(change) || (addsVariation(change) && change.id < options))
  },
  isMadeWhenShown: true,

  judge(change, remote) {
    if (hasUnread(remote, 'combinations')) return { is: 'refused', reason: because('variation-unread') }
    if (addsVariation(change)) {
      const there = madeBy(push, change, remote)
      if (!there) return { is: 'sent' }
      const isOurs = change.state === 'unknown' && isMadeAs(addedVariationOf(change), there, remote)
      return isOurs ? { is: 'found', there } : { is: 'refused', reason: because('variation-exists') }
    }
    const there = variationOfChange(remote, change)
    if (!there) return { is: 'found' }
    const ours = push.open().filter(({ key, id }) => key === change.key && id !== change.id)
    const isAsked = isChangedSince(removedVariationOf(change), there, remote, ours)
    return isAsked ? { is: 'asked', theirs: there, sentence: says('variation-changed-before-removal') } : { is: 'sent' }
  },

  async write(change, _remote, claim) {
    if (removesVariation(change)) return ecwid.deleteVariation(push.ecwidId(), Number(change.key), claim)
    const { options, body } = addedVariationOf(change)
    try {
      await ecwid.createVariation(push.ecwidId(), { options, ...body }, claim)
    } catch (error) {
      const isThere = error instanceof AppError && error.info.storeCode === 'COMBINATION_DUPLICATED'
      // Ours may have arrived after it was looked for.
      if (!isThere || !push.wasInDoubt(change.id)) throw error
      throw new AppError('unknown-outcome', says('not-listed-yet'), { cause: error })
    }
  },

  find: (add, remote) => madeBy(push, add, remote),

  noteArrived(add, { id }) {
    const { picture, ...made } = addedVariationOf(add)
    catalogue.changes.update(add.id, { after: { ...made, id } })
    catalogue.changes.renameVariation(add.productId, String(localVariation(add.id)), String(id))
    if (!picture) return
    const { setId, productId, productName, entry } = add
    const before = { source: null, alt: '', fileName: '' }
    const follows = { productId, productName, entry, ...toSetVariationPicture(id), before, after: picture }
    catalogue.changes.insert(setId, follows)
  },

  noteGone: (removal) => goneWith(catalogue, removal, now()),
})

/** One that may have arrived may have been renamed there since: its options are on their way to other names. */
function madeBy(
  push: ProductPush,
  add: ChangeRecord,
  { combinations = [] }: RemoteProduct,
): RemoteVariation | undefined {
  const { options } = addedVariationOf(add)
  const there = combinations.find((variation) => hasOptions(variation, options))
  if (there || !(add.state === 'unknown' || push.wasInDoubt(add.id))) return there
  const renames = push.open().filter((change) => setsThis(change, 'options') && change.id > add.id)
  const renamed = renamedBy(renames, options)
  return combinations.find((variation) => hasOptions(variation, renamed))
}
