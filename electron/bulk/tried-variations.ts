import type { EditReason } from '../shared/edit-reason'
import { newVariationSchema, toEditedField } from '../shared/proposal'
import type { TriedEdit } from './dry-run'
import type { ProposedEdit } from './planner'

/** Null: it can be; else why not, also of each field that is to blame. */
type Problems = { reason: EditReason; fields: ReadonlyMap<string, EditReason> } | null
type Try = (edits: readonly ProposedEdit[]) => Problems

/**
 * Variations that are to be made, with cells of them that cannot be read and their pictures: all of them together, and where that cannot be, each by
 * itself, without the values that cannot be.
 */
export function triedVariations(edits: readonly ProposedEdit[], tried: Try): TriedEdit[] {
  const itself = edits.filter(({ field }) => field === 'variation')
  const wanted = itself.filter(({ reason }) => !reason)
  const isWhole = wanted.length === 0 || tried(wanted) === null
  return itself.flatMap((edit) => {
    const { made, reason, refused } =
      edit.reason || isWhole ? { made: edit, reason: edit.reason ?? null, refused: [] } : takable(edit, tried)
    const label = labelOf(made)
    const told = (each: ProposedEdit, why: EditReason | null, follows: TriedEdit['follows'] = null): TriedEdit => ({
      ...each,
      variation: label,
      standing: why === null ? 'in' : 'refused',
      reason: why,
      follows,
    })
    if (reason !== null) return [told(made, reason)]
    const beside = edits.filter((each) => each.field !== 'variation' && each.variationId === edit.variationId)
    return [
      told(made, null),
      ...refused.map((each) => told(each, each.reason ?? null)),
      // A picture is nothing without its variation.
      ...beside.map((each) => told(each, each.reason ?? null, each.reason ? null : 'variation')),
    ]
  })
}

function labelOf({ after }: ProposedEdit): string | null {
  const made = newVariationSchema.safeParse(after).data
  return made ? made.options.map(({ value }) => value).join(', ') : null
}

function takable(edit: ProposedEdit, tried: Try) {
  const refused: ProposedEdit[] = []
  let made = edit
  for (;;) {
    const problems = tried([made])
    if (problems === null) return { made, reason: null, refused }
    const { options, fields } = newVariationSchema.parse(made.after)
    const named = Object.entries(fields).filter(([field]) => problems.fields.has(field))
    if (named.length === 0 || named.some(([field]) => field === 'sku'))
      return { made, reason: problems.reason, refused }
    for (const [field, after] of named) {
      const reason = problems.fields.get(field) ?? problems.reason
      refused.push({ variationId: edit.variationId, field: toEditedField(field), before: null, after, reason })
    }
    const left = Object.entries(fields).filter(([field]) => !problems.fields.has(field))
    made = { ...made, after: { options, fields: Object.fromEntries(left) } }
  }
}
