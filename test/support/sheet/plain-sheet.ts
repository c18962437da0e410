import { isEqual } from '../../../electron/shared/fields/equal'

/** Columns of the plain sheet, and what a text that is put into one of them reads as. */
export const plainColumns = ['name', 'price', 'quantity', 'enabled', 'sku', 'options'] as const
type Spot = { row: number; column: number }
export type Area = Spot & { rows: number; columns: number }

const money = new Map([
  ['7', '7,00'],
  ['12,5', '12,50'],
  ['€ 1.299,00', '1299,00'],
  ['12,50', '12,50'],
  ['7,00', '7,00'],
  ['1299,00', '1299,00'],
  ['0', '0,00'],
  ['3', '3,00'],
  ['3,00', '3,00'],
  ['0,00', '0,00'],
])
/** Of a number of money, as much as is a whole one. */
const wholeOf = (text: string): string => (/^\d+,00$/.test(text) ? text.slice(0, -3) : text)
type Reads = readonly ((text: string, before: string) => string)[]
/** Of a product. */
const reads: Reads = [
  (text) => text.replace('\n', ' '),
  (text) => money.get(text.trim()) ?? text,
  (text) => (['u', 'unlimited'].includes(text.trim().toLowerCase()) ? 'Unlimited' : wholeOf(text)),
  (text) => (text.trim() === 'y' ? 'Yes' : ['n', '0'].includes(text.trim()) ? 'No' : text),
  (text) => text.replace('\n', ' '),
  (_text, before) => before,
]
const orNothing = (text: string): string => (text.trim() === '' ? '' : text)
/** Of a variation: nothing is as its product, and what only products have takes nothing. */
const ownReads: Reads = [
  (_text, before) => before,
  (text, before) => orNothing(reads[1]!(text, before)),
  (text, before) => orNothing(reads[2]!(text, before)),
  (_text, before) => before,
  orNothing,
  (_text, before) => before,
]

/** A sheet as one would write it on a slate: texts in rows and columns, and every earlier state of them. */
export function createPlainSheet(start: string[][], isOfVariation: readonly boolean[]) {
  let texts = start
  let earlier: string[][][] = []
  let later: string[][][] = []
  const { length: rows } = start
  const columns = plainColumns.length

  function write(cells: readonly (Spot & { text: string })[]): void {
    const next = texts.map((row) => [...row])
    for (const { row, column, text } of cells)
      next[row]![column] = (isOfVariation[row] ? ownReads : reads)[column]!(text, next[row]![column]!)
    if (isEqual(next, texts)) return
    earlier = [...earlier, texts]
    later = []
    texts = next
  }

  return {
    texts: () => texts,
    type: (spot: Spot, text: string) => write([{ ...spot, text }]),
    empty: (area: Area) => write(spots(area).map((spot) => ({ ...spot, text: '' }))),
    paste(area: Area, block: readonly (readonly string[])[]): void {
      const width = Math.max(...block.map((line) => line.length))
      const fits = area.rows % block.length === 0 && area.columns % width === 0
      const into = fits ? area : { ...area, rows: block.length, columns: width }
      write(
        spots(into).flatMap(({ row, column }) => {
          const text = block[(row - area.row) % block.length]?.[(column - area.column) % width]
          return row < rows && column < columns && text !== undefined ? [{ row, column, text: text.trim() }] : []
        }),
      )
    },
    fillDown(area: Area): void {
      const from = area.rows === 1 ? area.row - 1 : area.row
      if (from < 0) return
      const lines = spots(area).filter(({ row }) => row !== from)
      write(lines.map((spot) => ({ ...spot, text: texts[from]![spot.column]! })))
    },
    fillRight(area: Area): void {
      const from = area.columns === 1 ? area.column - 1 : area.column
      if (from < 0) return
      const cells = spots(area).filter(({ column }) => column !== from)
      write(cells.map((spot) => ({ ...spot, text: texts[spot.row]![from]! })))
    },
    undo(): void {
      const last = earlier.at(-1)
      if (!last) return
      later = [...later, texts]
      earlier = earlier.slice(0, -1)
      texts = last
    },
    redo(): void {
      const next = later.at(-1)
      if (!next) return
      earlier = [...earlier, texts]
      later = later.slice(0, -1)
      texts = next
    },
  }
}

const spots = ({ row, column, rows, columns }: Area): Spot[] =>
  Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, across) => ({ row: row + down, column: column + across })),
  ).flat()
