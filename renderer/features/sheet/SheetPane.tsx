import { useEffect, useState, type Ref } from 'react'
import type { Description } from '../../components/description-slot'
import { useAccess } from '../../stores/access'
import { useCommand } from '../../stores/command-store'
import { useDraftsOnDisk } from '../../stores/drafts-on-disk'
import { openSheet, readTypedRows, showFields, useSheetStore } from '../../stores/sheet-store'
import { redoStep, undoStep } from '../../stores/sheet-steps'
import { followVaried } from '../../stores/varied-products'
import { useViewStore } from '../../stores/view-store'
import { review } from './review'
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
import type { SheetColumn } from './sheet-column'
import { SheetGrid, type SheetHandle } from './SheetGrid'
import { say } from './said'
import { SheetStatus } from './SheetStatus'
import { SheetVoice } from './SheetVoice'
import { useRowLayout } from './use-row-layout'
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
  const hasSteps = useSheetStore(({ steps }) => steps.length > 0)
  const hasUndone = useSheetStore(({ undone }) => undone.length > 0)
  useEffect(() => openSheet(connectionId, keptVariations(connectionId)), [connectionId])
  useEffect(() => followVaried(connectionId), [connectionId])
  useDraftsOnDisk()
  useEffect(() => showFields([...new Set(columns.flatMap(({ fields }) => fields))]), [columns])
  useEffect(() => void readTypedRows(connectionId), [connectionId])
  // Under another screen nobody would see what comes and goes.
  const isInSight = useViewStore(({ screen }) => screen === 'catalogue')
  useCommand('undo-change', isInSight && hasSteps ? () => undoStep() && say('Undone in the sheet.') : null)
  useCommand('save', () => void review(connectionId))
  useCommand('redo-change', isInSight && hasUndone ? () => redoStep() && say('Done again in the sheet.') : null)

  const move = (from: number, to: number) => {
    const [moved, place] = [columns[from], columns[to]]
    if (moved && place) changeLayout(connectionId, (layout) => withMoved(layout, moved.path, place.path))
  }

  return (
    <div className={classes.sheet}>
      <SheetGrid
        ref={ref}
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
