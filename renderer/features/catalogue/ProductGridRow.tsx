import type { Needle } from '../../../electron/shared/found-places'
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one, as far as they are in view, are no table */
import { memo } from 'react'
import type { ProductRow } from '../../../electron/shared/product-query'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import type { ColumnKey, GridColumn } from './grid-columns'
import classes from './ProductGrid.module.css'
import { NameCell, ProductCell, SkuCell } from './ProductCell'

/** What every cell needs to know beside its product. */
export type CellLook = {
  connectionId: string
  columns: GridColumn[]
  isCompact: boolean
  words: StoreWords
}

/** With what is marked in the texts: another one with every letter of a search. */
export type RowLook = { cells: CellLook; needles: Needle[]; skuNeedles: Needle[] }

type Props = {
  look: RowLook
  index: number
  /** Undefined while the row is on its way. */
  row: ProductRow | undefined
  /** Distance from the top of the list in CSS pixels. */
  top: number
  isActive: boolean
  isOpen: boolean
  /** Among the selected ones. */
  isPicked: boolean
  /** Any is selected: rows say whether they are. */
  isPicking: boolean
  /** Shown while something is dragged over the row: what dropping it would do, or why it would do nothing. */
  dropHint: string | null
}

export const rowId = (index: number) => `product-row-${index}`

/** One product in the list. It listens to nothing: the grid does, so that a hundred thousand rows cost what one costs. */
export const ProductGridRow = memo(function ProductGridRow(props: Props) {
  const { look, index, row, top, isActive, isOpen, isPicked, isPicking, dropHint } = props
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={isPicking ? isPicked : isOpen}
      data-open={isOpen || undefined}
      aria-busy={row === undefined || undefined}
      className={classes.row}
      draggable={row !== undefined}
      data-index={index}
      data-active={isActive || undefined}
      data-drop={dropHint !== null || undefined}
      data-hidden={row && !row.enabled ? true : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {look.cells.columns.map((column, at) => (
        <div
          key={column.key}
          role="gridcell"
          aria-colindex={at + 1}
          className={classes.cell}
          data-column={column.key}
          data-align={column.align}
        >
          {column.key === 'picture' && row && <span className={classes.pick} data-pick aria-hidden />}
          {row ? <Cell column={column.key} row={row} look={look} /> : <Waiting column={column.key} />}
        </div>
      ))}
      {dropHint !== null && row && (
        <div className={classes.dropHint} aria-hidden>
          <span>{dropHint}</span>
        </div>
      )}
    </div>
  )
})

/** Texts are drawn anew with what is marked in them, the other cells with their product alone. */
function Cell({ column, row, look }: { column: ColumnKey; row: ProductRow; look: RowLook }) {
  if (column === 'name') return <NameCell row={row} look={look} />
  if (column === 'sku') return <SkuCell row={row} look={look} />
  return <ProductCell column={column} row={row} look={look.cells} />
}

function Waiting({ column }: { column: ColumnKey }) {
  if (column === 'picture') return <span className={classes.noPicture} />
  return column === 'actions' ? null : <span className={classes.waiting} data-column={column} />
}
