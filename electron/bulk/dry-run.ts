import type { Catalogue } from '../catalogue/catalogue'
import type { Seen } from '../changes/reindex'
import { plannedChanges } from '../changes/write-set'
import { isDelete, isOfVariations } from '../shared/change-address'
import type { NewChange } from '../shared/change-record'
import { editFault, editRefusedBy, type EditReason } from '../shared/edit-reason'
import { AppError } from '../shared/errors'
import { ownFieldOf } from '../shared/fields/own-fields'
import { fieldOf } from '../shared/fields/product-fields'
import { fieldOfPath } from '../shared/fields/typed'
import { isOfField, toEditedField, type EditedField, type EditStanding } from '../shared/proposal'
import { byTarget, isAddition, operationsOf } from './edit-operations'
import type { BulkProduct, ProposedEdit } from './planner'
import { triedVariations } from './tried-variations'

/** An edit as the change set would have it. */
export type TriedEdit = Omit<ProposedEdit, 'reason'> & {
  variation: string | null
  standing: Extract<EditStanding, 'in' | 'same' | 'refused'>
  reason: EditReason | null
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
  const made = new Set(edits.flatMap(({ field, variationId }) => (field === 'variation' ? (variationId ?? []) : [])))
  const [ofNew, known] = parted(edits, ({ variationId }) => variationId !== null && made.has(variationId))
  const [additions, others] = parted(known, isAddition)
  return [
    ...triedFields(product, others, plan),
    ...triedAdditions(product, additions, plan),
    ...triedVariations(ofNew, (some) => tried(some, plan).problems),
  ]
}

/**
 * Pictures that come and go: all of them together, and where that cannot be each by itself. Without a value it is about those that are
 * there.
 */
function triedAdditions(product: BulkProduct, edits: readonly ProposedEdit[], plan: Plan): TriedEdit[] {
  const told = (edit: ProposedEdit, standing: TriedEdit['standing'], reason: EditReason | null = null): TriedEdit => {
    const variation = product.variations.find(({ id }) => id === edit.variationId)?.label ?? null
    return { ...edit, variation, standing, reason, follows: null }
  }
  const [unmade, rest] = parted(edits, isUnmade)
  const [same, wanted] = parted(rest, ({ after }) => after === null)
  const isWhole = wanted.length === 0 || tried(wanted, plan).problems === null
  return [
    ...wanted.map((edit) => {
      const problem = isWhole ? null : (tried([edit], plan).problems?.reason ?? null)
      return told(edit, problem === null ? 'in' : 'refused', problem)
    }),
    ...same.map((edit) => told(edit, 'same')),
    ...unmade.map((edit) => told(edit, 'refused', edit.reason)),
  ]
}

function triedFields(product: BulkProduct, edits: readonly ProposedEdit[], plan: Plan): TriedEdit[] {
  const labels = new Map(product.variations.map(({ id, label }) => [id, label]))
  const targets = [...byTarget(edits)].map(([variationId, mine]) => {
    const [unmade, made] = parted(mine, isUnmade)
    const [same, changing] = parted(made, isNothing)
    return { variationId, variation: labels.get(variationId ?? 0) ?? null, unmade, same, changing }
  })
  const together = plannedTogether(targets, plan)
  return targets.flatMap(({ variationId, variation, unmade, same, changing }) => {
    const told = (
      edit: ProposedEdit,
      standing: TriedEdit['standing'],
      reason: EditReason | null = null,
    ): TriedEdit => ({
      ...edit,
      variation,
      standing,
      reason,
      follows: null,
    })
    const planned = together.get(variationId)
    const { kept, refused, changes } = planned
      ? { kept: changing, refused: [], changes: planned }
      : takable(changing, plan)
    return [
      ...asChanged(kept, changes, plan).map(({ follows, ...edit }) => ({ ...told(edit, 'in'), follows })),
      ...same.map((edit) => told(edit, 'same')),
      ...refused.map(({ edit, reason }) => told(edit, 'refused', reason)),
      ...unmade.map((edit) => told(edit, 'refused', edit.reason)),
    ]
  })
}

type Target = { variationId: number | null; changing: readonly ProposedEdit[] }

/** Of a product and its variations, of which there may be thousands, as many at once as can be; what is not in it is tried by itself. */
function plannedTogether(targets: readonly Target[], plan: Plan): Map<number | null, NewChange[]> {
  const all = targets.flatMap(({ changing }) => changing)
  // Most rows of a table say what is there.
  if (all.length === 0) return new Map(targets.map(({ variationId }) => [variationId, []]))
  const { changes } = tried(all, plan)
  const planned = changes && byTargets(targets, changes)
  if (planned || targets.length < 2) return planned ?? new Map()
  const half = Math.ceil(targets.length / 2)
  return new Map([...plannedTogether(targets.slice(0, half), plan), ...plannedTogether(targets.slice(half), plan)])
}

/** Null: one of them is about something else. */
function byTargets(targets: readonly Target[], changes: readonly NewChange[]): Map<number | null, NewChange[]> | null {
  const planned = new Map<number | null, NewChange[]>(targets.map(({ variationId }) => [variationId, []]))
  for (const change of changes) {
    const mine = planned.get(isOfVariations(change) ? Number(change.key) : null)
    if (!mine) return null
    mine.push(change)
  }
  return planned
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
  const refused: { edit: ProposedEdit; reason: EditReason }[] = []
  while (kept.length > 0) {
    const { changes, problems } = tried(kept, plan)
    if (changes) return { kept, refused, changes }
    const named = kept.filter(({ field }) => field !== null && problems.fields.has(field))
    // What no field is named for takes all of them along.
    const out = named.length > 0 ? named : kept
    for (const edit of out) refused.push({ edit, reason: problems.fields.get(edit.field ?? '') ?? problems.reason })
    kept = kept.filter((edit) => !out.includes(edit))
  }
  return { kept, refused, changes: [] }
}

function tried(edits: readonly ProposedEdit[], plan: Plan) {
  try {
    return { changes: plan(edits), problems: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { changes: null, problems: problemsIn(error) }
  }
}

/** Why it cannot be, also of each field that is to blame. */
export function problemsIn(error: AppError) {
  const named = Object.entries(error.faults)
  const fields = new Map(
    named.map(([path, fault]): [string, EditReason] => [fieldOfPath(path) ?? path, editFault(fault)]),
  )
  return { reason: editRefusedBy(error), fields }
}

/** The action itself says why not. */
const isUnmade = ({ reason }: ProposedEdit): boolean => Boolean(reason)

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
