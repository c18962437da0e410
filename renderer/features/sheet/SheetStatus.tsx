import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconEraser, IconSearch } from '@tabler/icons-react'
import { shortcuts } from '../../../electron/shared/shortcuts'
import { keyLabels } from '../../format/key-label'
import { ColumnsMenu } from '../../overlays/ColumnsMenu'
import { useSheetStore } from '../../stores/sheet-store'
import { writableProducts } from '../../stores/sheet-tally'
import { ActProgress } from './ActProgress'
import { discardTyped, isTyped } from './discard-typed'
import { openFind } from './find/find-store'
import type { Block } from './paste'
import { RefusedSteps } from './RefusedSteps'
import type { RowLayout } from './row-layout'
import type { SheetColumn } from './sheet-column'
import { review } from './review'
import { useRunningAct } from './running-act'
import { changeLayout, withToggled } from './sheet-layout'
import classes from './sheet.module.css'
import { useCellAt } from './use-row-layout'
import { useSums } from './use-sums'
import { VariationsSwitch } from './VariationsSwitch'

type Props = {
  layout: RowLayout
  block: Block | null
  all: readonly SheetColumn[]
  columns: readonly SheetColumn[]
  connectionId: string
}

/** What is wrong with the cell that is selected, or what the selected numbers come to. */
export function SheetStatus({ layout, block, all, columns, connectionId }: Props) {
  const cellAt = useCellAt(layout)
  const column = block && columns[block.left]
  const problem = column && cellAt(block.top, column)?.problem()
  const running = useRunningAct((acts) => acts.running)
  const sums = useSums({ layout, block, columns, cellAt })

  return (
    <div className={classes.status} data-foot="sheet">
      <output className={classes.said}>
        {running?.isLong ? (
          <ActProgress {...running} />
        ) : problem ? (
          <span className={classes.problem}>{problem}</span>
        ) : (
          sums.map((each) => <span key={each}>{each}</span>)
        )}
      </output>
      <RefusedSteps />
      <VariationsSwitch connectionId={connectionId} />
      <ReviewButton connectionId={connectionId} />
      <DiscardButton />
      <Tooltip label={`Find in the sheet (${keyLabels(shortcuts.find).join('+')})`}>
        <ActionIcon aria-label="Find in the sheet" onClick={openFind}>
          <IconSearch size={16} />
        </ActionIcon>
      </Tooltip>
      <ColumnsMenu
        all={all}
        isShown={(path) => columns.some((column) => column.path === path)}
        onToggle={(path) => changeLayout(connectionId, (layout) => withToggled(layout, path, all))}
        position="top-end"
        across={3}
      />
    </div>
  )
}

function DiscardButton() {
  const isAny = useSheetStore(({ edits }) => [...edits.values()].some(isTyped))
  if (!isAny) return null
  return (
    <Tooltip label="Discard all that is typed and not saved">
      <ActionIcon aria-label="Discard all that is typed" onClick={() => void discardTyped()}>
        <IconEraser size={16} />
      </ActionIcon>
    </Tooltip>
  )
}

function ReviewButton({ connectionId }: { connectionId: string }) {
  const products = useSheetStore(({ edits, rows }) => writableProducts(edits, rows))
  if (products === 0) return null
  return (
    <Tooltip label={`What is typed and not saved (${keyLabels(shortcuts.save).join('+')})`}>
      <Button size="compact-sm" onClick={() => void review(connectionId)}>
        Review {products.toLocaleString('en')} {products === 1 ? 'product' : 'products'}
      </Button>
    </Tooltip>
  )
}
