import type { Catalogue } from '../catalogue/catalogue'
import type { IncludedEdit } from '../catalogue/proposed-edits-table'
import type { WrittenSet } from '../changes/write-set'
import { AppError } from '../shared/errors'
import { fieldOf } from '../shared/fields/product-fields'
import { withReferences } from '../shared/fields/references'
import { foldText } from '../shared/fold-text'
import { isOfField, isProposedCategory } from '../shared/proposal'

/** Without it, its products would come onto the front page, which is what no category means. */
const unknown = () =>
  new AppError('not-found', 'A category that it goes into is not known any more. Import the table again.')

/** The categories of a proposal that are not there: each is made with the first product that goes into it. */
export function createProposedCategories(catalogue: Catalogue, proposalId: number) {
  const { proposedCategories, categories, changes } = catalogue
  const isAny = proposedCategories.all(proposalId).length > 0

  /** What it is called by now; others may have made one of its name meanwhile. */
  function made(id: number, written: WrittenSet): number {
    const found = proposedCategories.get(proposalId, id)
    if (!found) throw unknown()
    if (found.madeAs !== null) return found.madeAs
    const above = isProposedCategory(found.parentId) ? made(found.parentId, written) : found.parentId
    const all = categories.list()
    const parentId = all.find((each) => each.id === above || each.madeAs === above)?.id ?? above
    const there = all.find((each) => each.parentId === parentId && foldText(each.name) === foldText(found.name))
    const madeAs = there?.id ?? create(found.name, parentId, written)
    proposedCategories.setMade(proposalId, id, madeAs)
    return madeAs
  }

  function create(name: string, parentId: number, written: WrittenSet): number {
    const [changeId = 0] = written.ask([{ kind: 'category.create', name, parentId }])
    const made = changes.get(changeId)
    if (!made) throw unknown()
    return made.productId
  }

  return {
    /** The edits with what their categories are called, which are made where that is to be done. */
    named: (edits: readonly IncludedEdit[], written: WrittenSet): IncludedEdit[] =>
      edits.map((edit) => {
        if (!isAny || !isOfField(edit.field)) return edit
        const nameNow = ({ id }: { id: number }) => (isProposedCategory(id) ? made(id, written) : id)
        return { ...edit, after: withReferences(fieldOf(edit.field).kind, edit.after, nameNow) }
      }),
  }
}
