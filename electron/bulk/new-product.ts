import type { Catalogue } from '../catalogue/catalogue'
import { plannedCreate } from '../changes/write-set'
import type { Operation } from '../shared/change'
import type { EditReason } from '../shared/edit-reason'
import { AppError } from '../shared/errors'
import type { Beside } from '../shared/fields/field'
import type { StoreWords } from '../shared/fields/kind'
import { fieldsIn, type ProductFields, type ProductPatch } from '../shared/fields/product-fields'
import type { Imported } from '../shared/imported'
import { blankFields, newFieldsBy, patchOfNew, type NewDefaults } from '../shared/new-defaults'
import { isOfField, type EditedField } from '../shared/proposal'
import type { NewProposedEdit } from '../catalogue/proposed-edits-table'
import { choicesThere } from './choices-there'
import { problemsIn } from './dry-run'
import { lackedBy, variationsOfNew } from './edit-operations'
import { planImport } from './plan-import'
import type { ProposedEdit } from './planner'
import { doubts } from '../shared/fields/doubt'
import { triedVariations } from './tried-variations'
import { withTypeByAttributes } from './type-by-attributes'
import { warningsOf } from './warnings'

type Parts = {
  catalogue: Catalogue
  words: () => StoreWords
  newDefaults: () => NewDefaults
  /** Another product, or a variation that the proposal makes of one, has this SKU. */
  isTaken: (sku: string) => boolean
}
type Asked = Pick<ProposedEdit, 'field' | 'after'>

/** A product that lost one of these on the way would be another one. */
const essential: ReadonlySet<EditedField> = new Set<EditedField>(['name', 'sku', 'price'])

/**
 * A product that the rows of a table make: itself, then its values, those it begins with included. What cannot be is found by the code
 * that makes it, value by value.
 */
export function editsOfNew({ catalogue, words, newDefaults, isTaken }: Parts, id: number, imported: Imported | null) {
  const known = words()
  const [blank, begins] = [blankFields(known.profile), newFieldsBy(known, newDefaults())]
  const typed = imported && withTypeByAttributes(imported, known, begins.productClassId)
  const all = planImport(
    { id, namedBy: id, fields: begins, variations: [] },
    { kind: 'import', file: '' },
    {
      words: known,
      draft: null,
      was: null,
      imported: typed,
      place: 0,
      isTaken,
    },
  )
  const isOfVariation = ({ variationId }: ProposedEdit) => variationId !== null
  const asked = all.filter((edit) => !isOfVariation(edit))
  const unread = asked.filter(({ reason }) => reason)
  const listed = asked.filter(({ field, reason }) => field === 'picture' && !reason)
  const wanted = patchOfNew({ ...begins, ...valuesOf(asked.filter(({ reason }) => !reason)) }, known.profile)
  const fault = unread.find(({ field }) => essential.has(field))
  const { fields, refused, problem } = takable(catalogue, wanted, fault ? ofNew(fault) : null)
  const isTypeFound = typed !== imported && fields.productClassId !== undefined
  const of = { fields: begins, own: new Map<number, Beside>() }
  const itself = row({ field: 'new', after: null }, blank, problem)
  const values = [
    ...fieldsIn(fields).map((field) => ({
      ...row({ field, after: fields[field] }, blank, null),
      // Nobody named the type: without it, these are attributes of another one.
      ...(field === 'attributes' && isTypeFound && { follows: 'productClassId' as const }),
    })),
    ...listed.map((edit) => row(edit, blank, null)),
    ...unread.map(({ field, after, reason }) => row({ field, after }, blank, reason ?? null)),
    ...refused.map(({ reason, ...edit }) => row(edit, blank, reason)),
  ]
  const variations = triedVariations(made(all.filter(isOfVariation), fields), (some) => {
    const operations = variationsOfNew(some)
    return problemsOf(catalogue, fields, operations)
  })
  const rows = problem === null ? [itself, ...values, ...variations] : [itself]
  const edits = rows.map((each): NewProposedEdit => ({
    ...each,
    // It was nothing before.
    warnings: warningsOf(each, of, rows, () => false).filter((code) => doubts.some((doubt) => doubt === code)),
    weight: each.field === 'new' ? 1e11 : 0,
  }))
  return { name: fields.name ?? '', sku: fields.sku ?? '', edits }
}

/** Why there is no such product. */
const ofNew = ({ field, reason }: ProposedEdit): EditReason | null =>
  !reason || reason.says === 'of-new' ? (reason ?? null) : { says: 'of-new', field: field ?? '', reason }

/** Of edits that say values of a product. */
export const valuesOf = (edits: readonly Asked[]): ProductPatch =>
  Object.fromEntries(edits.flatMap(({ field, after }) => (isOfField(field) ? [[field, after]] : [])))

const row = ({ field, after }: Asked, blank: ProductFields, reason: EditReason | null) => ({
  variationId: null,
  variation: null,
  field,
  before: isOfField(field) ? blank[field] : null,
  after,
  standing: reason === null ? ('in' as const) : ('refused' as const),
  reason,
  // Without a name there is none.
  follows: field === 'name' && reason === null ? ('new' as const) : null,
})

/** What is refused is taken out until the rest can be; `problem`: why there cannot be such a product at all. */
function takable(catalogue: Catalogue, wanted: ProductPatch, fault: EditReason | null) {
  const fields: ProductPatch = { ...wanted }
  const refused: (Asked & { reason: EditReason })[] = []
  for (;;) {
    const found =
      fault === null ? problemsOf(catalogue, fields) : { reason: fault, fields: new Map<string, EditReason>() }
    if (!found) return { fields, refused, problem: null }
    const named = fieldsIn(fields).filter((field) => found.fields.has(field))
    if (named.length === 0 || named.some((field) => essential.has(field)))
      return { fields, refused, problem: found.reason }
    for (const field of named) {
      refused.push({ field, after: fields[field], reason: found.fields.get(field) ?? found.reason })
      delete fields[field]
    }
  }
}

/** Where its options cannot be, nothing can be made of them. */
function made(edits: readonly ProposedEdit[], { options }: ProductPatch): ProposedEdit[] {
  const choices = choicesThere(options)
  return edits.map((edit) =>
    edit.field === 'variation' && !edit.reason ? { ...edit, reason: lackedBy(edit, choices) } : edit,
  )
}

function problemsOf(catalogue: Catalogue, fields: ProductPatch, more: readonly Operation[] = []) {
  try {
    plannedCreate(catalogue, fields, more)
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return problemsIn(error)
  }
}
