import { noWords, type StoreWords } from '../../../../electron/shared/fields/kind'
import { valuesOf } from '../../../stores/product-edits'
import { openedProduct, setVariations } from '../../../stores/product-store'
import { useStoreStore } from '../../../stores/store-store'
import { ownNow, withCell, type Variation, type VariationEdits } from '../../../stores/variation-edits'
import { openEditor, useGridStore, type Place, type Range } from './grid-store'
import { readTsv, writeTsv } from '../../../format/tsv'
import { keepVariations, removeVariations } from '../../../stores/variation-rows'
import type { VariationColumn } from '../../../format/variation-column'

/** What the rows and columns on the screen are. */
export type Shown = { variations: readonly Variation[]; columns: readonly VariationColumn[] }

const words = (): StoreWords => ({ ...noWords, profile: useStoreStore.getState().snapshot?.profile ?? null })

/** What stands in a box, as it is typed and copied. */
function textOfCell(all: VariationEdits, variation: Variation, column: VariationColumn, said: StoreWords): string {
  const edits = all[variation.id]
  return edits?.unparsed[column.path] ?? column.text((field) => ownNow(edits, variation.own, field), said)
}

function typedInto(all: VariationEdits, variation: Variation, column: VariationColumn, text: string): VariationEdits {
  const open = openedProduct()
  if (!open || all[variation.id]?.isRemoved) return all
  const product = valuesOf(open.edits)
  const own = (field: keyof typeof product) => ownNow(all[variation.id], variation.own, field)
  const typed = column.read(text, own, (field) => product[field], words())
  return withCell(all, { variation, path: column.path }, typed)
}

export function typeInto(variation: Variation, column: VariationColumn, text: string): void {
  setVariations(`${variation.id}.${column.path}`, (all) => typedInto(all, variation, column, text))
}

/** Opens the active box. `letter` is typed in place of what stands there; '': what comes next is; null: what stands there stays. */
export function beginTyping({ variations, columns }: Shown, letter: string | null): void {
  const { row, column: at } = useGridStore.getState().active
  const [variation, column] = [variations[row], columns[at]]
  const open = openedProduct()
  if (!variation || !column || !open) return
  const all = open.edits.variations
  const before = all[variation.id]
  if (before?.isRemoved) return
  const text = letter ?? textOfCell(all, variation, column, words())
  openEditor({ variationId: variation.id, path: column.path, before, isAnew: letter !== null, latest: { text } })
  if (letter) typeInto(variation, column, letter)
}

export function putBack(
  variation: Variation,
  column: VariationColumn,
  edits: VariationEdits[string] | undefined,
): void {
  setVariations(`${variation.id}.${column.path}`, ({ [variation.id]: _, ...others }) =>
    edits ? { ...others, [variation.id]: edits } : others,
  )
}

/** Everything of a range at once: one step of undo. What has no text is left as it is. */
function fill(
  { variations, columns }: Shown,
  range: Range,
  textAt: (place: Place, all: VariationEdits) => string | undefined,
): void {
  setVariations(`several ${(fills += 1)}`, (all) => {
    let next = all
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let at = range.left; at <= range.right; at += 1) {
        const [variation, column] = [variations[row], columns[at]]
        const text = textAt({ row, column: at }, next)
        if (variation && column && text !== undefined) next = typedInto(next, variation, column, text)
      }
    }
    return next
  })
}
let fills = 0

/** The rows go with the next save; where all of them do already, they stay after all. */
export function removeOrKeep(rows: readonly Variation[]): void {
  const all = openedProduct()?.edits.variations ?? {}
  if (rows.every(({ id }) => all[id]?.isRemoved)) keepVariations(rows)
  else removeVariations(rows)
}

export const emptyRange = (shown: Shown, range: Range): void => fill(shown, range, () => '')

/** The uppermost row of the range in all others of it; of one row, what stands above it. */
export function fillDown(shown: Shown, range: Range): void {
  const from = range.top === range.bottom ? range.top - 1 : range.top
  const source = shown.variations[from]
  if (!source) return
  fill(shown, { ...range, top: from + 1 }, ({ column: at }, all) => {
    const column = shown.columns[at]
    return column && textOfCell(all, source, column, words())
  })
}

export function copyRange({ variations, columns }: Shown, range: Range): string {
  const all = openedProduct()?.edits.variations ?? {}
  const rows = variations.slice(range.top, range.bottom + 1)
  const across = columns.slice(range.left, range.right + 1)
  return writeTsv(rows.map((variation) => across.map((column) => textOfCell(all, variation, column, words()))))
}

/** Answers with where it went, and how many boxes of the block had no place. One box fills the whole range. */
export function pasteAt(shown: Shown, range: Range, text: string): { range: Range; left: number } {
  const block = readTsv(text)
  const width = Math.max(...block.map((row) => row.length))
  const isOne = block.length === 1 && width === 1
  const bottom = Math.min(range.top + block.length, shown.variations.length) - 1
  const right = Math.min(range.left + width, shown.columns.length) - 1
  const into = isOne ? range : { ...range, bottom, right }
  // A line that is shorter than others says nothing of the rest.
  const given = ({ row, column }: Place) => (isOne ? block[0]?.[0] : block[row - range.top]?.[column - range.left])
  fill(shown, into, (place) => given(place)?.trim())
  const fitting = block.slice(0, bottom - range.top + 1).flatMap((line) => line.slice(0, right - range.left + 1))
  return { range: into, left: isOne ? 0 : block.flat().length - fitting.length }
}
