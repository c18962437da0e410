import { Button, Tooltip } from '@mantine/core'
import { useMemo } from 'react'
import { shortcuts } from '../../../electron/shared/shortcuts'
import { keyLabels } from '../../format/key-label'
import { ColumnsMenu } from '../../overlays/ColumnsMenu'
import { rowAt } from '../../stores/catalogue-pages'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { editsIn, useSheetStore } from '../../stores/sheet-store'
import { useStoreWords } from '../../stores/store-words'
import type { Block } from './paste'
import { problemAt, type SheetColumn } from './sheet-column'
import { review } from './review'
import { sheetColumns } from './sheet-columns'
import { changeLayout, withToggled } from './sheet-layout'
import classes from './sheet.module.css'
import { sumsOf, sumText } from './sums'

type Props = { block: Block | null; columns: readonly SheetColumn[]; connectionId: string }

/** What is wrong with the cell that is selected, or what the selected numbers come to. */
export function SheetStatus({ block, columns, connectionId }: Props) {
  const words = useStoreWords()
  const pages = useCatalogueStore((state) => state.pages)
  const rows = useSheetStore((sheet) => sheet.rows)
  const edits = useSheetStore((sheet) => sheet.edits)
  const found = useMemo(() => {
    if (!block) return null
    const editsAt = (id: number) => editsIn({ rows, edits }, id)
    const column = columns[block.left]
    const product = rowAt(pages, block.top)
    const here = product && editsAt(product.id)
    const problem = here && column ? problemAt(column, here, words) : null
    const sums = sumsOf(block, { columns, pages, editsOf: editsAt })
    return { problem, sums: sums && column ? sumText(sums, column, words) : [] }
  }, [block, columns, pages, rows, edits, words])

  return (
    <div className={classes.status}>
      <output className={classes.said}>
        {found?.problem ? (
          <span className={classes.problem}>{found.problem}</span>
        ) : (
          found?.sums.map((each) => <span key={each}>{each}</span>)
        )}
      </output>
      <ReviewButton connectionId={connectionId} />
      <ColumnsMenu
        all={sheetColumns}
        isShown={(path) => columns.some((column) => column.path === path)}
        onToggle={(path) => changeLayout(connectionId, (layout) => withToggled(layout, path))}
        position="top-end"
        across={3}
      />
    </div>
  )
}

function ReviewButton({ connectionId }: { connectionId: string }) {
  const products = useSheetStore((sheet) => sheet.edits.size)
  if (products === 0) return null
  return (
    <Tooltip label={`What is typed and not saved (${keyLabels(shortcuts.save).join('+')})`}>
      <Button size="compact-sm" onClick={() => void review(connectionId)}>
        Review {products.toLocaleString('en')} {products === 1 ? 'product' : 'products'}
      </Button>
    </Tooltip>
  )
}
