/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one, as far as they are in view, are no table */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo, type KeyboardEvent, type Ref } from 'react'
import { isProductField } from '../../../electron/shared/fields/product-fields'
import { setSort, useCatalogueStore } from '../../stores/catalogue-store'
import type { GridColumn } from './grid-columns'
import classes from './ProductGrid.module.css'
import { ariaSort, nextSort, sortsOf } from './product-sorts'

type Props = { ref: Ref<HTMLDivElement>; columns: GridColumn[]; onLeave: () => void }

/**
 * The titles, which sort. The grid is one stop of the Tab key: arrow up from the first row leads here, left and right along, down back.
 */
export const ProductGridHeader = memo(function ProductGridHeader({ ref, columns, onLeave }: Props) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation()
    if (event.key === 'ArrowDown' || event.key === 'Escape') {
      event.preventDefault()
      onLeave()
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const buttons = [...event.currentTarget.querySelectorAll('button')]
      const at = buttons.findIndex((button) => button === document.activeElement)
      buttons[at + (event.key === 'ArrowRight' ? 1 : -1)]?.focus()
    }
  }
  return (
    <div ref={ref} role="row" aria-rowindex={1} className={classes.header} onKeyDown={onKeyDown}>
      {columns.map((column, at) => (
        <HeaderCell key={column.key} column={column} position={at + 1} />
      ))}
    </div>
  )
})

function HeaderCell({ column, position }: { column: GridColumn; position: number }) {
  const sort = useCatalogueStore((state) => state.sort)
  const { key, title, align } = column
  if (!sortsOf(key)) {
    return (
      <div
        role="columnheader"
        aria-colindex={position}
        className={classes.headerCell}
        data-column={key}
        data-align={align}
      >
        <span className={isProductField(key) ? undefined : 'visually-hidden'}>{title}</span>
      </div>
    )
  }
  const direction = ariaSort(key, sort)
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <div
      role="columnheader"
      aria-colindex={position}
      aria-sort={direction}
      className={classes.headerCell}
      data-align={align}
    >
      <button
        type="button"
        tabIndex={-1}
        className={classes.sortButton}
        data-sorted={direction !== 'none'}
        onClick={() => setSort(nextSort(key, sort))}
      >
        <span>{title}</span>
        <Arrow size={12} aria-hidden className={classes.sortArrow} />
      </button>
    </div>
  )
}
