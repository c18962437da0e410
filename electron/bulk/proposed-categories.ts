import type { Catalogue } from '../catalogue/catalogue'
import type { IncludedEdit } from '../catalogue/proposed-edits-table'
import type { WrittenSet } from '../changes/write-set'
import type { Operation } from '../shared/change'
import { AppError } from '../shared/errors'
import { fieldOf } from '../shared/fields/product-fields'
import { withReferences } from '../shared/fields/references'
import type { CategoryRow } from '../shared/product-table/category-rows'
import { foldText } from '../shared/fold-text'
import { isOfField, isProposedCategory } from '../shared/proposal'
import { says } from '../shared/sentence'

type Found = NonNullable<ReturnType<Catalogue['proposedCategories']['get']>>

/** What its row says beside its name. */
function operationsOfRow(
  categoryId: number,
  { picture, pictureAlt, id: _, path: __, ...fields }: CategoryRow,
): Operation[] {
  return [
    { kind: 'category.update', categoryId, fields },
    ...(picture === undefined
      ? []
      : [
          {
            kind: 'category.picture' as const,
            categoryId,
            source: { url: picture },
            fileName: '',
            alt: pictureAlt ?? '',
          },
        ]),
  ]
}

/** Without it, its products would come onto the front page, which is what no category means. */
const unknown = () => new AppError('not-found', says('new-category-not-known'))

/** The categories of a proposal that are not there: each is made with the first product that goes into it. */
export function createProposedCategories(catalogue: Catalogue, proposalId: number) {
  const { proposedCategories, categories, changes, keptTables } = catalogue
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
    const madeAs = there?.id ?? create(found, parentId, written)
    proposedCategories.setMade(proposalId, id, madeAs)
    keptTables.setMade(proposalId, id, madeAs)
    return madeAs
  }

  function create({ name, said }: Pick<Found, 'name' | 'said'>, parentId: number, written: WrittenSet): number {
    const [changeId = 0] = written.ask([{ kind: 'category.create', name, parentId }])
    const made = changes.get(changeId)
    if (!made) throw unknown()
    if (said) written.ask(operationsOfRow(made.productId, said))
    return made.productId
  }

  return {
    /** Those that have rows and are not made yet: they are, whether or not a product goes into them. */
    withRows: (): number[] =>
      proposedCategories.all(proposalId).flatMap(({ id, hasRow }) => {
        const isMade = proposedCategories.get(proposalId, id)?.madeAs !== null
        return hasRow && !isMade ? [id] : []
      }),
    make: (id: number, written: WrittenSet): void => void made(id, written),
    /** The edits with what their categories are called, which are made where that is to be done. */
    named: (edits: readonly IncludedEdit[], written: WrittenSet): IncludedEdit[] =>
      edits.map((edit) => {
        if (!isAny || !isOfField(edit.field)) return edit
        const nameNow = ({ id }: { id: number }) => (isProposedCategory(id) ? made(id, written) : id)
        return { ...edit, after: withReferences(fieldOf(edit.field).kind, edit.after, nameNow) }
      }),
  }
}
