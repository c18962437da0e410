import type { StoreWords } from '../../../../electron/shared/fields/kind'
import type { RowsThatMayShow } from '../../../../electron/shared/sheet'
import { placesThatMayShow, readPlaces } from '../../../stores/sheet-products'
import type { SheetColumn } from '../sheet-column'
import { rowsOfRead } from '../sheet-row'
import { hitsIn, type Hit } from './hits-in'

type Asked = {
  columns: readonly SheetColumn[]
  words: StoreWords
  needle: string
  /** Products in the list. */
  total: number
  /** The place of the product that is gone over first; those above it come last. */
  from: number
}
type Part = { hits: Hit[]; products: number; isAbove: boolean }

const productsAtOnce = 50

/**
 * Goes over all rows of the list, wherever they are: each answer is what was found of some, and how many products that were. Where nothing can
 * be is told by whoever has them all, and only the others are read.
 */
export async function* searchRows({ columns, words, needle, total, from }: Asked): AsyncGenerator<Part> {
  const fields = [...new Set(columns.flatMap((column) => column.fields))]
  const stretches = [
    { first: from, end: total, isAbove: false },
    { first: 0, end: from, isAbove: true },
  ]
  for (const { first, end, isAbove } of stretches) {
    for (let at = first; at < end;) {
      const { found, next } = await placesThatMayShow({ text: needle, fields, from: at, before: end })
      for (const products of inParts(found)) {
        const read = await readPlaces(products, ['name', ...fields])
        const hits = read.flatMap(({ at: index, row, edits }) =>
          hitsIn({ index, name: nameIn(edits), rows: rowsOfRead(row), edits }, { columns, words }, needle),
        )
        yield { hits, products: 0, isAbove }
      }
      // The list has become shorter meanwhile.
      const reached = next > at ? next : end
      yield { hits: [], products: reached - at, isAbove }
      at = reached
    }
  }
}

function* inParts(found: RowsThatMayShow['found']): Generator<RowsThatMayShow['found']> {
  for (let at = 0; at < found.length; at += productsAtOnce) yield found.slice(at, at + productsAtOnce)
}

const nameIn = ({ base, patch }: { base: { name?: string }; patch: { name?: string } }): string =>
  patch.name ?? base.name ?? ''
