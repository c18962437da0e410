import type { NewVariation } from '../../electron/shared/variations/generation'
import { pairsIn } from '../../electron/shared/fields/renamed-variations'
import { setVariations, type OpenProduct } from './product-store'
import { labelOf, withKept, withMade, withRemoved, type OwnEdits, type Variation } from './variation-edits'

// Variations that are made and removed in the form: a draft until it is saved, as everything else that is typed.

type Open = Pick<OpenProduct, 'detail' | 'edits'>
type Made = NonNullable<OwnEdits['made']>

let last: { of: unknown[]; rows: readonly Variation[] } | null = null

/**
 * The variations as the form shows them: those of the product, by the names that options have in the form, then those that are made in
 * it. What did not change is the same object, and the same list.
 */
export function variationRows({ detail, edits }: Open): readonly Variation[] {
  const there = detail?.readOnly.variations ?? none
  const of = [there, edits.patch.options, edits.variations]
  if (last && of.every((each, at) => each === last?.of[at])) return last.rows
  const { options } = edits.patch
  const made = Object.entries(edits.variations).flatMap(([id, typed]) =>
    typed.made ? [rowOf(Number(id), typed.made)] : [],
  )
  const rows =
    options === undefined
      ? [...there, ...made]
      : [...there.map((row) => renamed(row, options, edits.base.options)), ...placed(made, options)]
  const isSame = last?.rows.length === rows.length && rows.every((row, at) => row === last?.rows[at])
  last = { of, rows: isSame && last ? last.rows : rows }
  return last.rows
}
const none: readonly Variation[] = []

const rowsMade = new WeakMap<Made, Variation>()
function rowOf(id: number, made: Made): Variation {
  const known = rowsMade.get(made)
  if (known?.id === id) return known
  const label = labelOf(made)
  const row = {
    id,
    number: 0,
    options: made,
    own: {},
    label,
    thumbnail: null,
    full: null,
    alt: '',
    altTexts: {},
    upload: null,
  }
  rowsMade.set(made, row)
  return row
}

type Options = Parameters<typeof pairsIn>[0]
const rowsRenamed = new WeakMap<Variation, { options: Options; row: Variation }>()
function renamed(row: Variation, options: Options, from: Options): Variation {
  const known = rowsRenamed.get(row)
  if (known?.options === options) return known.row
  const pairs = pairsIn(options, row.options, from)
  const isSame = pairs === null || pairs.every((pair, at) => pair === row.options[at])
  const next = isSame ? row : { ...row, options: pairs }
  rowsRenamed.set(row, { options, row: next })
  return next
}

/** What is made of a choice that was removed since goes without a word: it is nowhere else yet. */
const placed = (made: readonly Variation[], options: Options): Variation[] =>
  made.filter((row) => pairsIn(options, row.options) !== null).map((row) => renamed(row, options, options))

let acts = 0

/** All of them are one step of undo. */
export const addVariations = (wanted: readonly NewVariation[]): void =>
  setVariations(`made ${(acts += 1)}`, (all) => withMade(all, wanted))

export const removeVariations = (rows: readonly Variation[]): void =>
  setVariations(`removed ${(acts += 1)}`, (all) => withRemoved(all, rows))

export const keepVariations = (rows: readonly Variation[]): void =>
  setVariations(`kept ${(acts += 1)}`, (all) => withKept(all, rows))
