import {
  IconArrowBackUp,
  IconArrowBarDown,
  IconArrowBarRight,
  IconArrowForwardUp,
  IconClipboard,
  IconCopy,
  IconCut,
  IconEraser,
  IconLayoutSidebarRight,
  IconPercentage,
  IconPin,
} from '@tabler/icons-react'
import { MenuKey } from '../../components/MenuKey'
import { Menu } from '../../overlays/Menu'
import { useSheetStore } from '../../stores/sheet-store'

export type MenuAct =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'fill-down'
  | 'fill-right'
  | 'numbers'
  | 'empty'
  | 'undo'
  | 'redo'
  | 'show'
  | 'freeze'
  | 'unfreeze'

/** Where it opens, on the screen; and what is known of the cell there. */
export type MenuPlace = { x: number; y: number; column: string; isFrozen: boolean }

type Props = {
  at: MenuPlace | null
  canUpdate: boolean
  onClose: () => void
  onAct: (act: MenuAct) => void
}

/** What can be done with the cells that are selected, beside their keys. */
export function SheetMenu({ at, canUpdate, onClose, onAct }: Props) {
  const hasSteps = useSheetStore(({ steps }) => steps.length > 0)
  const hasUndone = useSheetStore(({ undone }) => undone.length > 0)
  const item = (act: MenuAct, label: string, Icon: typeof IconCut, key: string | null, can = true) => (
    <Menu.Item
      leftSection={<Icon size={16} />}
      rightSection={key && <MenuKey name={key} />}
      disabled={!can}
      onClick={() => onAct(act)}
    >
      {label}
    </Menu.Item>
  )
  return (
    <Menu
      key={`${at?.x} ${at?.y}`}
      opened={at !== null}
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-start"
      returnFocus={false}
      width={240}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left: at?.x, top: at?.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label="Selected cells">
        {item('cut', 'Cut', IconCut, 'Ctrl X', canUpdate)}
        {item('copy', 'Copy', IconCopy, 'Ctrl C')}
        {item('paste', 'Paste', IconClipboard, 'Ctrl V', canUpdate)}
        <Menu.Divider />
        {item('fill-down', 'Fill down', IconArrowBarDown, 'Ctrl D', canUpdate)}
        {item('fill-right', 'Fill right', IconArrowBarRight, 'Ctrl R', canUpdate)}
        {item('numbers', 'Change numbers…', IconPercentage, null, canUpdate)}
        {item('empty', 'Empty', IconEraser, 'Del', canUpdate)}
        <Menu.Divider />
        {item('undo', 'Undo', IconArrowBackUp, 'Ctrl Z', hasSteps)}
        {item('redo', 'Redo', IconArrowForwardUp, 'Ctrl Shift Z', hasUndone)}
        <Menu.Divider />
        {item('show', 'Open the product beside', IconLayoutSidebarRight, null)}
        {at?.isFrozen
          ? item('unfreeze', 'Unfreeze all but the first column', IconPin, null)
          : item('freeze', `Freeze up to ${at?.column ?? ''}`, IconPin, null)}
      </Menu.Dropdown>
    </Menu>
  )
}
