import {
  addedVariationOf,
  hasOptions,
  isChangedSince,
  isMadeAs,
  localVariation,
  removedVariationOf,
} from '../changes/variation-entries'
import { variationOfChange } from '../changes/variation-pictures'
import { addsVariation, removesVariation } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, type Reason } from '../shared/errors'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { says, type PlainSentence } from '../shared/sentence'
import { hasUnread } from '../shared/unread-entries'
import { makeManyVariations } from './many-variations'
import { sendEntries, type EntriesAdapter } from './entries'
import type { ProductPush, PushParts } from './product-push'

/** Makes variations, many at once where that is sound, and removes them. No two of a product have the same options: by those one is found again. */
export async function pushVariations(parts: PushParts, push: ProductPush): Promise<void> {
  const entries = variationEntries(parts, push)
  await makeManyVariations(parts, push, entries)
  await sendEntries(parts, push, entries)
}

const because = (sentence: PlainSentence): Reason => ({ code: 'refused', sentence: says(sentence) })

const variationEntries = ({ catalogue, ecwid }: PushParts, push: ProductPush): EntriesAdapter<RemoteVariation> => ({
  isOurs: (change) => addsVariation(change) || removesVariation(change),

  judge(change, remote) {
    if (hasUnread(remote, 'combinations')) return { is: 'refused', reason: because('variation-unread') }
    if (addsVariation(change)) {
      const there = madeBy(change, remote)
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

  find: madeBy,

  noteArrived(add, { id }) {
    catalogue.changes.update(add.id, { after: { ...addedVariationOf(add), id } })
    catalogue.changes.renameVariation(add.productId, String(localVariation(add.id)), String(id))
  },
})

const madeBy = (add: ChangeRecord, { combinations = [] }: RemoteProduct): RemoteVariation | undefined =>
  combinations.find((variation) => hasOptions(variation, addedVariationOf(add).options))
