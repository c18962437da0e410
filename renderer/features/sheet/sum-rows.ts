import type { StoreWords } from '../../../electron/shared/fields/kind'
import { productIdsAt } from '../../stores/catalogue-store'
import { readPlaces } from '../../stores/sheet-products'
import type { Block } from './paste'
import { cellIn } from './row-cells'
import { placeAt, type RowLayout } from './row-layout'
import type { SheetColumn } from './sheet-column'
import { rowsOfRead } from './sheet-row'
import { noSums, summedColumns, withCell, type Sums } from './sums'

type Shown = { layout: RowLayout; columns: readonly SheetColumn[]; words: StoreWords }
/** `isAll`: no more rows come, also where some of the block are gone by now. */
type Part = { sums: Sums; rows: number; isAll: boolean }

const productsAtOnce = 500

/** Goes over the rows of a block that are not here, without keeping them: each answer is what the cells so far come to. */
export async function* sumRows(block: Block, { layout, columns, words }: Shown): AsyncGenerator<Part> {
  const summed = summedColumns(block, columns)
  const fields = [...new Set(summed.flatMap((column) => column.fields))]
  const [start, last] = [placeAt(layout, block.top), placeAt(layout, block.bottom)]
  const wanted = block.bottom - block.top + 1
  let above = start.variation === null ? 0 : start.variation + layout.own
  let [sums, rows] = [noSums, 0]
  for (let at = start.index; at <= last.index; at += productsAtOnce) {
    const ids = await productIdsAt(at, Math.min(at + productsAtOnce - 1, last.index))
    const read = await readPlaces(
      ids.map((id, step) => ({ at: at + step, id })),
      ['name', ...fields],
    )
    const cells = read.flatMap(({ row: product, edits }) =>
      rowsOfRead(product).map((row) => summed.map((column) => cellIn({ row, column, edits, words }))),
    )
    const inBlock = cells.slice(above, above + wanted - rows)
    above = Math.max(0, above - cells.length)
    sums = inBlock.flat().reduce(withCell, sums)
    rows += inBlock.length
    yield { sums, rows, isAll: at + productsAtOnce > last.index }
  }
}
