import type { Catalogue } from '../catalogue/catalogue'
import type { IncludedEdit } from '../catalogue/proposed-edits-table'
import { addedVariationOf, localVariation } from '../changes/variation-entries'
import type { WrittenSet } from '../changes/write-set'
import { addsVariation } from '../shared/change-address'
import type { EditReason } from '../shared/edit-reason'
import { newVariationSchema } from '../shared/proposal'
import { pairsKey } from '../shared/variations/choosable'
import { choicesThere, type ChoicesThere } from './choices-there'
import { lackedBy, pictureOperations, picturesOfAdded } from './edit-operations'

/** Variations that a proposal makes, on their way into its change set. */
export function createAddedVariations({ changes, products, proposedEdits, keptTables }: Catalogue, proposalId: number) {
  /** Why one cannot be made any more: its owner left out what it is made of, or its SKU came meanwhile. */
  function whyNot(edit: IncludedEdit, choices: ChoicesThere, productId: number | null): EditReason | null {
    const { sku } = newVariationSchema.parse(edit.after).fields
    if (sku && products.skuOwner(sku, productId) !== null) return { says: 'sku-there', name: sku }
    return lackedBy(edit, choices)
  }

  return {
    /** Without those that cannot be made, and their pictures. `now`: the options of the product. */
    takable(edits: readonly IncludedEdit[], now: unknown, productId: number | null): IncludedEdit[] {
      if (!edits.some(({ field }) => field === 'variation')) return [...edits]
      const options = edits.find(({ field, variationId }) => field === 'options' && variationId === null)?.after ?? now
      const choices = choicesThere(options)
      const out = new Set<number | null>()
      for (const edit of edits) {
        const why = edit.field === 'variation' ? whyNot(edit, choices, productId) : null
        if (why === null) continue
        out.add(edit.variationId)
        for (const each of edits) if (each.variationId === edit.variationId) proposedEdits.refuse(each.id, why)
      }
      return edits.filter(({ variationId }) => variationId === null || !out.has(variationId))
    },
    /** Once they are written: what they are called now, and their pictures. */
    follow(edits: readonly IncludedEdit[], productId: number, ids: readonly number[], written: WrittenSet): void {
      const made = new Map(
        ids.flatMap((id) => {
          const change = changes.get(id)
          return change && addsVariation(change) ? [[pairsKey(addedVariationOf(change).options), id] as const] : []
        }),
      )
      const pictures = picturesOfAdded(edits)
      for (const edit of edits) {
        const id =
          edit.field === 'variation' ? made.get(pairsKey(newVariationSchema.parse(edit.after).options)) : undefined
        if (id === undefined) continue
        const variationId = localVariation(id)
        if (edit.variationId !== null) keptTables.setMade(proposalId, edit.variationId, variationId)
        const mine = pictures.filter((each) => each.variationId === edit.variationId)
        written.ask(mine.flatMap((each) => pictureOperations(productId, { ...each, variationId })))
      }
    },
  }
}
