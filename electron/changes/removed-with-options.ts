import type { Catalogue } from '../catalogue/catalogue'
import { removesVariation } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { entriesOf } from '../shared/fields/list-kind'
import { fieldOf, readField } from '../shared/fields/product-fields'
import { withoutPlace } from '../shared/fields/renamed-variations'
import { mergeValues } from './merge'
import { removal } from './variation-entries'
import { writeSet } from './write-set'

/**
 * Options that were asked about because variations are made of what goes take these along once their owner keeps them: their removals
 * come after the decision, so that they rest as long, and are of its set, so that one undo brings all back. Belongs into a transaction.
 */
export function removalsWith(catalogue: Catalogue, asked: ChangeRecord, options: unknown, now: number): number[] {
  const { productId, productName, reason, setId, thing } = asked
  if (reason?.sentence?.says !== 'options-still-used') return []
  const remote = catalogue.products.get(productId)?.remote
  if (!remote) return []
  const { combinations: variations = [], options: from = [] } = remote
  const wanted = wantedBeside(asked.theirs, options, readField(remote, 'options'))
  if (wanted === null) return []
  const removals = catalogue.changes.openOf(thing, productId).filter(removesVariation)
  // What was asked about its removal is answered with this.
  const unsettled = removals.filter(({ state }) => state === 'conflict' || state === 'refused')
  const going = withoutPlace(entriesOf(wanted), variations, from).filter(
    ({ id }) => !removals.some((each) => each.key === String(id) && !unsettled.includes(each)),
  )
  for (const { id, key } of unsettled) {
    if (going.some((each) => String(each.id) === key)) catalogue.changes.update(id, { state: 'taken-back' })
  }
  const planned = going.map((variation) => ({ ...removal(variation), productId, productName }))
  return writeSet(catalogue, now, setId).add(planned)
}

/** Others may have renamed since it was asked what they are made of, so what goes is what is not there in the end; null: it is asked again. */
function wantedBeside(asked: unknown, mine: unknown, now: unknown): unknown {
  const merge = mergeValues(fieldOf('options'), asked, mine, now)
  if (merge.outcome === 'conflict') return null
  return merge.outcome === 'same' ? now : merge.value
}
