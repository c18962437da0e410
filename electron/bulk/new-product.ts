import type { Catalogue } from '../catalogue/catalogue'
import { plannedCreate } from '../changes/write-set'
import { AppError } from '../shared/errors'
import type { StoreWords } from '../shared/fields/kind'
import { fieldsIn, type ProductFields, type ProductPatch } from '../shared/fields/product-fields'
import { fieldOfPath } from '../shared/fields/typed'
import type { Imported } from '../shared/imported'
import { blankFields, newFieldsBy, patchOfNew, type NewDefaults } from '../shared/new-defaults'
import { isOfField, type EditedField } from '../shared/proposal'
import type { NewProposedEdit } from '../catalogue/proposed-edits-table'
import { editedText } from '../shared/words/proposal'
import { planImport } from './plan-import'
import type { ProposedEdit } from './planner'
import { warningsOf } from './warnings'

type Parts = { catalogue: Catalogue; words: () => StoreWords; newDefaults: () => NewDefaults }
type Asked = Pick<ProposedEdit, 'field' | 'after'>

/** A product that lost one of these on the way would be another one. */
const essential: ReadonlySet<EditedField> = new Set<EditedField>(['name', 'sku', 'price'])

/**
 * A product that the rows of a table make: itself, then its values, those it begins with included. What cannot be is found by the code
 * that makes it, value by value.
 */
export function editsOfNew({ catalogue, words, newDefaults }: Parts, id: number, imported: Imported | null) {
  const known = words()
  const [blank, begins] = [blankFields(known.profile), newFieldsBy(known, newDefaults())]
  const asked = planImport(
    { id, fields: begins, variations: [] },
    { kind: 'import', file: '' },
    { words: known, draft: null, was: null, imported, place: 0, isTaken: () => false },
  )
  const unread = asked.filter(({ reason }) => reason)
  const listed = asked.filter(({ field, reason }) => field === 'picture' && !reason)
  const wanted = patchOfNew({ ...begins, ...valuesOf(asked.filter(({ reason }) => !reason)) }, known.profile)
  const fault = unread.find(({ field }) => essential.has(field))
  const unreadable = fault && `${editedText(fault.field)}: ${fault.reason}`
  const { fields, refused, problem } = takable(catalogue, wanted, unreadable ?? null)
  const of = { fields: begins, id, variations: [] }
  const itself = row({ field: 'new', after: null }, blank, problem)
  const values = [
    ...fieldsIn(fields).map((field) => row({ field, after: fields[field] }, blank, null)),
    ...listed.map((edit) => row(edit, blank, null)),
    ...unread.map(({ field, after, reason }) => row({ field, after }, blank, reason ?? null)),
    ...refused.map(({ reason, ...edit }) => row(edit, blank, reason)),
  ]
  const rows = problem === null ? [itself, ...values] : [itself]
  const edits = rows.map((each): NewProposedEdit => ({
    ...each,
    // It was nothing before.
    warnings: warningsOf(each, of, rows, () => false).filter((code) => code === 'price-below-cost'),
    weight: each.field === 'new' ? 1e11 : 0,
  }))
  return { name: fields.name ?? '', sku: fields.sku ?? '', edits }
}

/** Of edits that say values of a product. */
export const valuesOf = (edits: readonly Asked[]): ProductPatch =>
  Object.fromEntries(edits.flatMap(({ field, after }) => (isOfField(field) ? [[field, after]] : [])))

const row = ({ field, after }: Asked, blank: ProductFields, reason: string | null) => ({
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
function takable(catalogue: Catalogue, wanted: ProductPatch, fault: string | null) {
  const fields: ProductPatch = { ...wanted }
  const refused: (Asked & { reason: string })[] = []
  for (;;) {
    const found = fault === null ? problemsOf(catalogue, fields) : { message: fault, fields: new Map<string, string>() }
    if (!found) return { fields, refused, problem: null }
    const named = fieldsIn(fields).filter((field) => found.fields.has(field))
    if (named.length === 0 || named.some((field) => essential.has(field)))
      return { fields, refused, problem: found.message }
    for (const field of named) {
      refused.push({ field, after: fields[field], reason: found.fields.get(field) ?? found.message })
      delete fields[field]
    }
  }
}

function problemsOf(catalogue: Catalogue, fields: ProductPatch) {
  try {
    plannedCreate(catalogue, fields)
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const named = Object.entries(error.info.fields ?? {})
    return {
      message: error.message,
      fields: new Map(named.map(([path, message]): [string, string] => [fieldOfPath(path) ?? path, message])),
    }
  }
}
