import { readApart } from '../../../stores/sheet-products'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
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

const productsAtOnce = 100

/** Goes over all rows of the list, wherever they are, a few at a time: each answer is what was found of them, and how many products that were. */
export async function* searchRows({ columns, words, needle, total, from }: Asked): AsyncGenerator<{
  hits: Hit[]
  products: number
  isAbove: boolean
}> {
  const fields = [...new Set(['name' as const, ...columns.flatMap((column) => column.fields)])]
  const stretches = [
    { first: from, end: total, isAbove: false },
    { first: 0, end: from, isAbove: true },
  ]
  for (const { first, end, isAbove } of stretches) {
    for (let index = first; index < end; index += productsAtOnce) {
      const last = Math.min(index + productsAtOnce, end) - 1
      const read = await readApart(index, last, fields)
      const hits = read.flatMap(({ at, row, edits }) =>
        hitsIn({ index: at, name: nameIn(edits), rows: rowsOfRead(row), edits }, { columns, words }, needle),
      )
      yield { hits, products: last - index + 1, isAbove }
    }
  }
}

const nameIn = ({ base, patch }: { base: { name?: string }; patch: { name?: string } }): string =>
  patch.name ?? base.name ?? ''
