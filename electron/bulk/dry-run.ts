import type { Catalogue } from '../catalogue/catalogue'
import type { Seen } from '../changes/reindex'
import { plannedChanges } from '../changes/write-set'
import { isDelete, isOfVariations } from '../shared/change-address'
import type { NewChange } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { ownFieldOf } from '../shared/fields/own-fields'
import { fieldOf } from '../shared/fields/product-fields'
import { fieldOfPath } from '../shared/fields/typed'
import { isOfField, newVariationSchema, toEditedField, type EditedField, type EditStanding } from '../shared/proposal'
import { byTarget, isAddition, operationsOf } from './edit-operations'
import type { BulkProduct, ProposedEdit } from './planner'

/** An edit as the change set would have it. */
export type TriedEdit = ProposedEdit & {
  variation: string | null
  standing: Extract<EditStanding, 'in' | 'same' | 'refused'>
  reason: string | null
  /** The edit of this field brings it about. */
  follows: EditedField
}

/**
 * What would come of the edits of one product: planned by the same code that writes them, so that a review shows what is sent. What
 * cannot be is found there too, field by field.
 */
export function dryRun(catalogue: Catalogue, seen: Seen, product: BulkProduct, edits: readonly ProposedEdit[]) {
  const plan = (some: readonly ProposedEdit[]) =>
    plannedChanges(catalogue, operationsOf(product, some), new Map([[product.id, seen]]))
  const [additions, others] = parted(edits, isAddition)
  return [...triedFields(product, others, plan), ...triedAdditions(product, additions, plan)]
}

/**
 * Variations to be made, pictures that come and go: all of them together, and where that cannot be each by itself. Without a value it is
 * about those that are there.
 */
function triedAdditions(product: BulkProduct, edits: readonly ProposedEdit[], plan: Plan): TriedEdit[] {
  const told = (edit: ProposedEdit, standing: TriedEdit['standing'], reason: string | null = null): TriedEdit => {
    const made = newVariationSchema.safeParse(edit.after).data
    const label = product.variations.find(({ id }) => id === edit.variationId)?.label ?? null
    const variation = made ? made.options.map(({ value }) => value).join(', ') : label
    return { ...edit, variation, standing, reason, follows: null }
  }
  const [unmade, rest] = parted(edits, ({ reason }) => typeof reason === 'string')
  const [same, wanted] = parted(rest, ({ after }) => after === null)
  const isWhole = tried(wanted, plan).problems === null
  return [
    ...wanted.map((edit) => {
      const problem = isWhole ? null : (tried([edit], plan).problems?.message ?? null)
      return told(edit, problem === null ? 'in' : 'refused', problem)
    }),
    ...same.map((edit) => told(edit, 'same')),
    ...unmade.map((edit) => told(edit, 'refused', edit.reason)),
  ]
}

function triedFields(product: BulkProduct, edits: readonly ProposedEdit[], plan: Plan): TriedEdit[] {
  return [...byTarget(edits)].flatMap(([variationId, mine]) => {
    const variation = product.variations.find(({ id }) => id === variationId)?.label ?? null
    const told = (edit: ProposedEdit, standing: TriedEdit['standing'], reason: string | null = null): TriedEdit => ({
      ...edit,
      variation,
      standing,
      reason,
      follows: null,
    })
    const [unmade, made] = parted(mine, ({ reason }) => typeof reason === 'string')
    const [same, changing] = parted(made, isNothing)
    const { kept, refused, changes } = takable(changing, plan)
    return [
      ...asChanged(kept, changes, plan).map(({ follows, ...edit }) => ({ ...told(edit, 'in'), follows })),
      ...same.map((edit) => told(edit, 'same')),
      ...refused.map(({ edit, reason }) => told(edit, 'refused', reason)),
      ...unmade.map((edit) => told(edit, 'refused', edit.reason)),
    ]
  })
}

/** Those of which it is true, and the others. */
const parted = <One>(all: readonly One[], is: (one: One) => boolean): [One[], One[]] => [
  all.filter(is),
  all.filter((one) => !is(one)),
]

type Plan = (edits: readonly ProposedEdit[]) => NewChange[]

function isNothing({ variationId, field, before, after }: ProposedEdit): boolean {
  if (!isOfField(field)) return false
  const kind = variationId === null ? fieldOf(field).kind : ownFieldOf(field)?.kind
  return kind?.isSame(before, after) ?? false
}

/** What is refused is taken out until the rest can be. */
function takable(edits: readonly ProposedEdit[], plan: Plan) {
  let kept = [...edits]
  const refused: { edit: ProposedEdit; reason: string }[] = []
  while (kept.length > 0) {
    const { changes, problems } = tried(kept, plan)
    if (changes) return { kept, refused, changes }
    const named = kept.filter(({ field }) => field !== null && problems.fields.has(field))
    // What no field is named for takes all of them along.
    const out = named.length > 0 ? named : kept
    for (const edit of out) refused.push({ edit, reason: problems.fields.get(edit.field ?? '') ?? problems.message })
    kept = kept.filter((edit) => !out.includes(edit))
  }
  return { kept, refused, changes: [] }
}

function tried(edits: readonly ProposedEdit[], plan: Plan) {
  try {
    return { changes: plan(edits), problems: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const named = Object.entries(error.info.fields ?? {})
    const fields = new Map(named.map(([path, message]): [string, string] => [fieldOfPath(path) ?? path, message]))
    return { changes: null, problems: { message: error.message, fields } }
  }
}

/** As they are written, with what each brings along: a product that leaves its last category comes onto the front page. */
function asChanged(
  edits: readonly ProposedEdit[],
  changes: readonly NewChange[],
  plan: Plan,
): (ProposedEdit & Pick<TriedEdit, 'follows'>)[] {
  const isAsked = (field: string | null) => edits.some((edit) => edit.field === field)
  const bringing = (field: string | null) =>
    edits.find((edit) => plan([edit]).some((change) => change.field === field))?.field ?? edits[0]?.field ?? null
  const all = changes.map((change) => {
    const field = toEditedField(change.field)
    const variationId = isOfVariations(change) ? Number(change.key) : null
    const follows = isDelete(change) || isAsked(change.field) ? null : bringing(change.field)
    const [before, after] = isDelete(change) ? [null, null] : [change.before, change.after]
    return { variationId, field, before, after, follows }
  })
  // After what brings it along.
  return [...all.filter(({ follows }) => follows === null), ...all.filter(({ follows }) => follows !== null)]
}
