import { useMergedRef } from '@mantine/hooks'
import { useEffect, useRef, useState, type Ref } from 'react'
import type { Description } from '../../components/description-slot'
import { useAccess } from '../../stores/access'
import { useDraftsOnDisk } from '../../stores/drafts-on-disk'
import { openSheet, readTypedRows, showFields } from '../../stores/sheet-store'
import { followVaried } from '../../stores/varied-products'
import type { Block } from './paste'
import {
  changeLayout,
  changeSheet,
  keptVariations,
  useFrozen,
  useSheetColumns,
  useSheetLayout,
  withMoved,
  withWidth,
} from './sheet-layout'
import { FieldDialog } from './FieldDialog'
import { FindBar } from './find/FindBar'
import { closeFind, useFind } from './find/find-store'
import type { SheetColumn } from './sheet-column'
import { SheetGrid, type SheetHandle } from './SheetGrid'
import { SheetStatus } from './SheetStatus'
import { SheetVoice } from './SheetVoice'
import { useRowLayout } from './use-row-layout'
import { findByKey, useSheetCommands } from './use-sheet-commands'
import classes from './sheet.module.css'

type Props = { ref: Ref<SheetHandle>; connectionId: string; description: Description }

/** The other face of the list: its products as a sheet. */
export function SheetPane({ ref, connectionId, description }: Props) {
  const [block, setBlock] = useState<Block | null>(null)
  const all = useSheetColumns()
  const { columns, widths } = useSheetLayout(connectionId, all)
  const frozen = useFrozen(connectionId)
  const layout = useRowLayout()
  const [dialog, setDialog] = useState<{ productId: number; column: SheetColumn } | null>(null)
  const { canUpdate } = useAccess()
  useEffect(() => openSheet(connectionId, keptVariations(connectionId)), [connectionId])
  useEffect(() => followVaried(connectionId), [connectionId])
  useDraftsOnDisk()
  useEffect(() => showFields([...new Set(columns.flatMap(({ fields }) => fields))]), [columns])
  useEffect(() => void readTypedRows(connectionId), [connectionId])
  useSheetCommands(connectionId)

  const grid = useRef<SheetHandle>(null)
  const isFinding = useFind(({ isOpen }) => isOpen)
  const stopFinding = () => {
    closeFind()
    grid.current?.focus()
  }

  const move = (from: number, to: number) => {
    const [moved, place] = [columns[from], columns[to]]
    if (moved && place) changeLayout(connectionId, (layout) => withMoved(layout, moved.path, place.path))
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- what is in it takes the keys
    <div className={classes.sheet} onKeyDown={findByKey}>
      {isFinding && <FindBar {...{ layout, columns, block }} onClose={stopFinding} />}
      <SheetGrid
        ref={useMergedRef(grid, ref)}
        layout={layout}
        isBelowDialog={dialog !== null}
        onDialog={(productId, column) => setDialog({ productId, column })}
        columns={columns}
        widths={widths}
        frozen={frozen}
        canUpdate={canUpdate}
        onBlock={setBlock}
        onWidth={(path, width) => changeLayout(connectionId, (layout) => withWidth(layout, path, width))}
        onMove={move}
        onFreeze={(count) => changeSheet(connectionId, () => ({ frozen: count }))}
      />
      {dialog && <FieldDialog {...{ ...dialog, connectionId, description }} onClose={() => setDialog(null)} />}
      <SheetVoice />
      <SheetStatus {...{ layout, block, all, columns, connectionId }} />
    </div>
  )
}
