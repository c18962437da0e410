import type { Catalogue } from '../catalogue/catalogue'
import type { IncludedEdit } from '../catalogue/proposed-edits-table'
import { namesNow } from '../changes/picture-names'
import { imagesOf } from '../changes/pictures'
import type { Seen } from '../changes/reindex'
import { editSays } from '../shared/edit-reason'
import { isEqual } from '../shared/fields/equal'
import { newVariationSchema } from '../shared/proposal'
import { namedPicture } from '../shared/wanted-pictures'
import type { ShelfNames } from '../snapshots/shelf-names'
import { filedBack } from './filed-back'
import { isHere } from './named-here'
import type { BulkProduct } from './planner'
import { lackedNow } from './returning-product'
import { isTypedStill } from './written-drafts'
import { isOfAttributes, madeUnderTypeThatStays, underTypeThatStays } from './type-left-out'

/** `putsBack`: where it does; `isTyped`: it holds what is typed at this moment, and was not said yes to for a later one. */
type Way = { putsBack: { snapshotId: number; names: ShelfNames } | null; isTyped: boolean }

/** What of a proposal's edits can be of a product as it is at the yes; of the others their rows say why not. */
export function createFitting(catalogue: Catalogue, id: number, { putsBack, isTyped }: Way) {
  const { proposedEdits } = catalogue

  /** What others took away since the review is none of the rest of its product. */
  function withoutPicturesGone(productId: number, { current }: Seen, edits: IncludedEdit[]): IncludedEdit[] {
    const named = edits.filter(({ field, variationId }) => field === 'picture' && variationId === null)
    if (named.length === 0) return edits
    const nameNow = namesNow(catalogue, productId, imagesOf(current))
    const away = named.filter(({ after }) => {
      const key = namedPicture(after)
      return key !== null && nameNow(key) === undefined
    })
    for (const edit of away) proposedEdits.refuse(edit.id, editSays('picture-gone'))
    return edits.filter((edit) => !away.includes(edit))
  }

  /** What was left out, or could not come back, is named by no product, and none of them loses what it is filed in now by that. */
  function filedHere(edits: IncludedEdit[]): IncludedEdit[] {
    if (!putsBack) return edits
    const { calledThen } = putsBack.names
    const filed = filedBack(edits, { comes: (named) => isHere(catalogue, named), calledThen })
    const keyOf = (variationId: number | null, field: string | null) => `${variationId} ${field}`
    const gone = new Map(
      filed.flatMap(({ edit, isNothing, reason }) =>
        isNothing ? [[keyOf(edit.variationId, edit.field), reason] as const] : [],
      ),
    )
    return filed.flatMap(({ edit, after, isNothing, reason }) => {
      const along = edit.follows === null ? undefined : gone.get(keyOf(edit.variationId, edit.follows))
      const refused = along ?? (isNothing ? reason : null)
      if (refused) proposedEdits.refuse(edit.id, refused)
      else if (after !== edit.after) proposedEdits.narrow(edit.id, after, reason)
      return refused ? [] : [{ ...edit, after }]
    })
  }

  /** Its type was left out by hand: what was to be said of attributes is of those that it has. */
  function ofTypeThatStays({ id: productId, fields }: BulkProduct, edits: IncludedEdit[]): IncludedEdit[] {
    if (!edits.some(isOfAttributes)) return edits
    const isLeftOut = proposedEdits
      .unmade(id, productId)
      .some((each) => each.field === 'productClassId' && each.standing === 'out')
    if (!isLeftOut) return edits
    const of = { types: catalogue.productTypes.list(), typeId: fields.productClassId }
    return edits.flatMap((edit) => {
      if (!isOfAttributes(edit)) return edit
      if (edit.field === 'variation') return { ...edit, after: madeUnderType(productId, edit, of) }
      const { after, reason } = underTypeThatStays(edit, of)
      const isNothing = isEqual(after, Object(edit.before ?? {}))
      if (isNothing && reason) proposedEdits.refuse(edit.id, reason)
      else proposedEdits.narrow(edit.id, after, reason)
      if (isNothing && !reason) proposedEdits.setSame(edit.id)
      return isNothing ? [] : { ...edit, after }
    })
  }

  /** The variation is made; a row of its own says which of its values do not come with it. */
  function madeUnderType(productId: number, edit: IncludedEdit, of: Parameters<typeof madeUnderTypeThatStays>[1]) {
    const { after, reason } = madeUnderTypeThatStays(edit.after, of)
    proposedEdits.narrow(edit.id, after, null)
    if (!reason) return after
    const { attributes: values } = newVariationSchema.parse(edit.after).fields
    const { variationId, before } = edit
    const row = { variationId, variation: null, field: 'attributes', before, after: values, reason } as const
    const lacked = { ...row, standing: 'refused', follows: null, warnings: [], weight: 0 } as const
    proposedEdits.add(id, proposedEdits.placeOf(id, productId), productId, [lacked])
    return after
  }

  /** What was taken back in the sheet or the form since the review is not written by it. */
  function typedStill(productId: number, edits: IncludedEdit[]): IncludedEdit[] {
    if (!isTyped) return edits
    const draft = catalogue.drafts.get(productId)
    const away = edits.filter((edit) => !isTypedStill(draft, edit))
    for (const edit of away) proposedEdits.refuse(edit.id, editSays('typed-no-more'))
    return edits.filter((edit) => !away.includes(edit))
  }

  /** What it came back without; what the review has said of it already may be less. */
  function sayLacked(productId: number): void {
    if (!putsBack) return
    const said = new Map(proposedEdits.unmade(id, productId).map(({ field, reason }) => [field, reason]))
    const all = lackedNow(catalogue, { ...putsBack, id: productId })
    const lacked = all.filter(({ field }) => !said.has(field))
    for (const { field, reason } of all) {
      if (reason && said.has(field) && !isEqual(said.get(field), reason))
        proposedEdits.refuseAnew(id, productId, field, reason)
    }
    if (lacked.length > 0) proposedEdits.add(id, proposedEdits.placeOf(id, productId), productId, lacked)
  }

  return {
    asItIsNow: (seen: Seen, product: BulkProduct, edits: IncludedEdit[]): IncludedEdit[] =>
      ofTypeThatStays(product, filedHere(withoutPicturesGone(product.id, seen, typedStill(product.id, edits)))),
    sayLacked,
  }
}
