import { isEqual } from '../../electron/shared/fields/equal'
import { ownFieldOf, ownFieldsIn, type OwnPatch, type OwnValues } from '../../electron/shared/fields/own-fields'
import type { ProductField } from '../../electron/shared/fields/product-fields'
import type { Pair } from '../../electron/shared/fields/renamed-variations'
import type { NewVariation } from '../../electron/shared/variations/generation'
import type { ProductDraft, ReadOnlyParts } from '../../electron/shared/product'
import type { Typed } from '../format/variation-column'

export type Variation = ReadOnlyParts['variations'][number]

/** What was typed into the variations of a product and not saved, by their ids; `base` and `patch` as of the product itself. */
export type VariationEdits = ProductDraft['variations']
export type OwnEdits = VariationEdits[string]

/** As much of one as what is typed into it needs. */
export type Named = Pick<Variation, 'id' | 'label' | 'own'>

/** One box of one variation: `price`, `dimensions.length`. */
export type Cell = { variation: Named; path: string }

/** Null: it is as its product has it. */
export function ownNow(edits: OwnEdits | undefined, own: OwnValues, field: ProductField): unknown {
  const typed = edits?.patch[field]
  return typed === undefined ? (own[field] ?? null) : typed
}

/** A stock of its own goes with the SKU, which the store tells it by. */
export const losesStock = (edits: OwnEdits | undefined): boolean => edits?.patch.sku === null

export function withCell(all: VariationEdits, { variation, path }: Cell, typed: Typed): VariationEdits {
  const old = all[variation.id] ?? untouched(variation.label)
  if ('text' in typed) return withOwn(all, variation.id, { ...old, unparsed: { ...old.unparsed, [path]: typed.text } })
  const { [path]: _, ...unparsed } = old.unparsed
  let next: OwnEdits = { ...old, unparsed }
  // A field that is named with no value is one to go back.
  for (const field of Object.keys(typed.values) as ProductField[]) {
    next = withValue(next, field, typed.values[field], old.base[field] === undefined ? variation.own[field] : undefined)
  }
  return withOwn(all, variation.id, next)
}

/** Null: the box holds a value again. */
export function withText(all: VariationEdits, variation: Variation, path: string, text: string | null): VariationEdits {
  return withCell(all, { variation, path }, text === null ? { values: {} } : { text })
}

/** `own`: what it has now, of a field that is touched for the first time. */
function withValue(edits: OwnEdits, field: ProductField, value: unknown, own: unknown): OwnEdits {
  const before = edits.base[field] === undefined ? (own ?? null) : edits.base[field]
  if (value === undefined || isSame(field, before, value)) return withoutField(edits, field)
  return withFieldFrom(edits, field, value, before)
}

const withFieldFrom = (edits: OwnEdits, field: ProductField, value: unknown, before: unknown): OwnEdits => ({
  ...edits,
  base: { ...edits.base, [field]: before },
  patch: { ...edits.patch, [field]: value },
})

function withoutField(edits: OwnEdits, field: ProductField): OwnEdits {
  const { [field]: _value, ...patch } = edits.patch
  const { [field]: _before, ...base } = edits.base
  return { ...edits, base, patch }
}

export function withOwn(all: VariationEdits, id: number | string, edits: OwnEdits): VariationEdits {
  if (isTouched(edits)) return { ...all, [id]: edits }
  const { [String(id)]: _, ...others } = all
  return others
}

const isTouched = ({ patch, unparsed, made, isRemoved }: OwnEdits): boolean =>
  made !== undefined || isRemoved === true || Object.keys(patch).length > 0 || Object.keys(unparsed).length > 0

export const untouched = (label: string): OwnEdits => ({ label, base: {}, patch: {}, unparsed: {} })

export const labelOf = (pairs: readonly Pair[]): string => pairs.map(({ value }) => value).join(', ')

/** Ids of what is made in the form: below all that changes give. */
const firstDraftId = -(2 ** 40)
export const isDraftId = (id: number): boolean => id <= firstDraftId

export function withMade(all: VariationEdits, wanted: readonly NewVariation[]): VariationEdits {
  const lowest = Math.min(firstDraftId + 1, ...Object.keys(all).map(Number))
  const made = wanted.map(({ options, fields }, at): [string, OwnEdits] => {
    return [String(lowest - 1 - at), { ...untouched(labelOf(options)), patch: fields, made: options }]
  })
  return { ...all, ...Object.fromEntries(made) }
}

/** They go with the next save; what was only made in the form goes at once. */
export const withRemoved = (all: VariationEdits, rows: readonly Variation[]): VariationEdits =>
  withEach(all, rows, (typed) => (typed.made ? untouched(typed.label) : { ...typed, isRemoved: true }))

/** They stay after all, with what was typed into them. */
export const withKept = (all: VariationEdits, rows: readonly Variation[]): VariationEdits =>
  withEach(all, rows, ({ isRemoved: _, ...typed }) => typed)

function withEach(
  all: VariationEdits,
  rows: readonly Variation[],
  change: (typed: OwnEdits) => OwnEdits,
): VariationEdits {
  const changed = rows.map(({ id, label }): [string, OwnEdits] => [String(id), change(all[id] ?? untouched(label))])
  const next = { ...all, ...Object.fromEntries(changed) }
  return Object.fromEntries(Object.entries(next).filter(([, typed]) => isTouched(typed)))
}

/**
 * Takes in the variations as they are now. What was typed into one that was made anew goes with it, and into one that is in the product
 * by now; of one that is gone it stays, but for its removal.
 */
export function rebasedVariations(
  all: VariationEdits,
  now: readonly Named[],
  sent: VariationEdits = {},
): VariationEdits {
  const entries = Object.entries(all)
  if (entries.length === 0) return all
  const byId = new Map(now.map((variation) => [String(variation.id), variation]))
  const byLabel = new Map(now.map((variation) => [variation.label, variation]))
  let rebased: VariationEdits = {}
  for (const [id, edits] of entries) {
    const there = byId.get(id) ?? unlessTyped(all, byLabel.get(edits.label))
    if (there) rebased = withOwn(rebased, there.id, rebasedOwn(withoutMaking(edits), there.own, sent[id]?.patch))
    else if (!edits.isRemoved) rebased = withOwn(rebased, id, edits)
  }
  return rebased
}

const unlessTyped = (all: VariationEdits, other: Named | undefined) =>
  other && String(other.id) in all ? undefined : other

const withoutMaking = ({ made: _, ...edits }: OwnEdits): OwnEdits => edits

function rebasedOwn(edits: OwnEdits, own: OwnValues, sent: OwnPatch = {}): OwnEdits {
  const isTypedOver = (field: ProductField) => field in sent && !isSame(field, edits.patch[field], sent[field])
  return ownFieldsIn(edits.patch)
    .filter((field) => isSame(field, edits.patch[field], own[field] ?? null) && !isTypedOver(field))
    .reduce(withoutField, edits)
}

/** What is typed into a box that is being saved is an edit of what was sent, also where it is what was there before. */
export function variationsTypedOver(
  before: VariationEdits,
  after: VariationEdits,
  sent: VariationEdits,
): VariationEdits {
  let all = after
  for (const [id, { label, base, patch }] of Object.entries(sent)) {
    const typed = after[id] ?? untouched(label)
    const isTyped = (field: ProductField) => before[id]?.patch[field] !== undefined || typed.patch[field] !== undefined
    const edits = ownFieldsIn(patch)
      .filter(isTyped)
      .reduce((now, field): OwnEdits => {
        const value = typed.patch[field] === undefined ? before[id]?.base[field] : typed.patch[field]
        const from = isSame(field, value, patch[field]) ? base : patch
        return withFieldFrom(now, field, value, from[field])
      }, typed)
    all = withOwn(all, id, edits)
  }
  return all
}

/** After a save that failed. What is there now says whether it arrived all the same. */
export function unsavedVariations(
  all: VariationEdits,
  sent: VariationEdits,
  now: readonly Variation[],
): VariationEdits {
  let kept = all
  for (const [id, { base, patch }] of Object.entries(sent)) {
    const edits = kept[id]
    if (!edits) continue
    const own = now.find((variation) => String(variation.id) === id)?.own ?? {}
    const unsaved = ownFieldsIn(edits.patch)
      .filter((field) => field in patch)
      .reduce((typed, field) => {
        const from = isSame(field, own[field] ?? null, patch[field]) ? patch : base
        return withFieldFrom(typed, field, typed.patch[field], from[field])
      }, edits)
    kept = { ...kept, [id]: unsaved }
  }
  return kept
}

/**
 * After `sent` was saved: it is the new base, and only what was typed since stays an edit. What was made and removed is so until the product
 * is read again.
 */
export function afterSavedVariations(all: VariationEdits, sent: VariationEdits): VariationEdits {
  let kept = all
  for (const [id, { patch }] of Object.entries(sent)) {
    const edits = kept[id]
    if (edits)
      kept = withOwn(
        kept,
        id,
        ownFieldsIn(patch).reduce((now, field) => afterSaved(now, field, patch), edits),
      )
  }
  return kept
}

function afterSaved(edits: OwnEdits, field: ProductField, sent: OwnPatch): OwnEdits {
  const value = edits.patch[field]
  if (value === undefined) return edits
  if (isSame(field, value, sent[field])) return withoutField(edits, field)
  return { ...edits, base: { ...edits.base, [field]: sent[field] } }
}

/** Without what was made and removed by a save, but for what was typed into it since. */
export const withoutSaved = (all: VariationEdits, sent: VariationEdits): VariationEdits =>
  Object.fromEntries(
    Object.entries(all).filter(([id, edits]) => {
      const saved = sent[id]
      const isAsSaved =
        saved?.isRemoved === edits.isRemoved && (saved?.made === undefined) === (edits.made === undefined)
      return !saved || !isAsSaved || isTouched({ ...withoutMaking(edits), isRemoved: false })
    }),
  )

/** Those that are no longer of the product: what was typed into them cannot be saved. */
export const goneOf = (all: VariationEdits, now: readonly Variation[]): OwnEdits[] => {
  const ids = new Set(now.map(({ id }) => String(id)))
  return Object.entries(all).flatMap(([id, edits]) => (ids.has(id) || edits.made ? [] : [edits]))
}

export const isSameVariationEdits = (a: VariationEdits, b: VariationEdits): boolean => a === b || isEqual(a, b)

const isSame = (field: ProductField, a: unknown, b: unknown): boolean => ownFieldOf(field)?.kind.isSame(a, b) ?? false
