import { useMergedRef } from '@mantine/hooks'
import { useEffect, useRef, useState, type Ref } from 'react'
import type { Description } from '../../components/description-slot'
import { useAccess } from '../../stores/access'
import { useDraftsOnDisk } from '../../stores/drafts-on-disk'
import { useOpenViewStore } from '../../stores/open-view-store'
import { changeSheet, keptVariations, useSheetLook } from '../../stores/sheet-looks'
import { openSheet, readTypedRows, showFields } from '../../stores/sheet-store'
import { followVaried } from '../../stores/varied-products'
import type { Block } from './paste'
import { changeLayout, useSheetColumns, useSheetLayout, withMoved, withWidth } from './sheet-layout'
import { useChangeNumbers } from './change-numbers'
import { ChangeNumbers } from './ChangeNumbers'
import { FieldDialog } from './FieldDialog'
import { FindBar } from './find/FindBar'
import { closeFind, useFind } from './find/find-store'
import type { HeadPanel } from './HeadMenu'
import type { SheetColumn } from './sheet-column'
import { SheetGrid, type SheetHandle } from './SheetGrid'
import { SheetStatus } from './SheetStatus'
import { SheetVoice } from './SheetVoice'
import { useRowLayout } from './use-row-layout'
import { findByKey, useSheetCommands } from './use-sheet-commands'
import classes from './sheet.module.css'

type Props = { ref: Ref<SheetHandle>; connectionId: string; description: Description; headPanel: HeadPanel }

/** The other face of the list: its products as a sheet. */
export function SheetPane({ ref, connectionId, description, headPanel }: Props) {
  const [block, setBlock] = useState<Block | null>(null)
  const all = useSheetColumns()
  const look = useSheetLook(connectionId)
  const { columns, widths } = useSheetLayout(look.columns, all)
  const layout = useRowLayout()
  const [dialog, setDialog] = useState<{ productId: number; column: SheetColumn } | null>(null)
  const { canUpdate } = useAccess()
  const opened = useOpenViewStore((view) => view.opened)
  useEffect(() => openSheet(connectionId, keptVariations(connectionId), opened), [connectionId, opened])
  useEffect(() => followVaried(connectionId), [connectionId])
  useDraftsOnDisk()
  useEffect(() => showFields([...new Set(columns.flatMap(({ fields }) => fields))]), [columns])
  useEffect(() => void readTypedRows(connectionId), [connectionId])
  useSheetCommands(connectionId)

  const isChanging = useChangeNumbers(({ asked }) => asked !== null)
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
        isBelowDialog={dialog !== null || isChanging}
        onDialog={(productId, column) => setDialog({ productId, column })}
        columns={columns}
        widths={widths}
        frozen={look.frozen}
        canUpdate={canUpdate}
        headPanel={headPanel}
        onBlock={setBlock}
        onWidth={(path, width) => changeLayout(connectionId, (layout) => withWidth(layout, path, width))}
        onMove={move}
        onFreeze={(count) => changeSheet(connectionId, () => ({ frozen: count }))}
      />
      {dialog && <FieldDialog {...{ ...dialog, connectionId, description }} onClose={() => setDialog(null)} />}
      <ChangeNumbers />
      <SheetVoice />
      <SheetStatus {...{ layout, block, all, columns, connectionId }} />
    </div>
  )
}
