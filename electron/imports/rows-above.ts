import type { TableRow } from '../shared/table'
import type { Known } from './match-row'
import { marksOf, marksOfParent, marksOfSame, namedMarks, numberedMarks, skuMark } from './ties'

/** Of a row that names no product of its own, what it has of the one that it belongs to. */
function marksOfChild(known: Known): string[] {
  if (known.kind === 'variation') return [...namedMarks(known), ...numberedMarks(known)]
  if (known.kind !== 'product') return [...marksOfParent.id(known), ...marksOfParent.sku(known)]
  return known.name === '' ? marksOfSame(known, false) : []
}

const isOfProduct = ({ kind, name }: Known): boolean => kind === 'product' && name !== ''

/** Rows of products that stand below rows which belong to them, in whatever order a table was sorted. */
export function createRowsAbove() {
  const wanted = new Set<string>()
  /** SKUs of products that have a row of their own. */
  const own = new Set<string>()
  const below = new Map<string, TableRow>()
  return {
    /** Of any row, whatever becomes of it. */
    note({ kind, sku }: Known): void {
      if (kind === 'product') for (const mark of skuMark(sku)) own.add(mark)
    },
    hasOwn: (sku: string): boolean => skuMark(sku).some((mark) => own.has(mark)),
    /** Before any of them is taken, in the order of the table. */
    look(known: Known, row: TableRow): void {
      if (!isOfProduct(known)) return marksOfChild(known).forEach((mark) => wanted.add(mark))
      for (const mark of marksOf(known)) {
        // A text that is kept keeps the portion of the file that it came in.
        if (wanted.has(mark) && !below.has(mark)) below.set(mark, { ...row, cells: [...row.cells] })
      }
    },
    isEmpty: (): boolean => below.size === 0,
    /** The row of the product that this one belongs to, where it stands below such a row. `isTied`: what is known by a mark already. */
    of(known: Known, isTied: (marks: readonly string[]) => boolean): TableRow | undefined {
      const marks = isOfProduct(known) ? [] : marksOfChild(known)
      // What is said more plainly comes first: a SKU before it is taken for a number.
      const first = marks.find((mark) => isTied([mark]) || below.has(mark))
      return first === undefined || isTied([first]) ? undefined : below.get(first)
    },
  }
}
