import { Button, Checkbox } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import { useState } from 'react'
import { Popover } from '../../overlays/Popover'
import type { SheetColumn } from './sheet-column'
import { sheetColumns } from './sheet-columns'
import { changeLayout, withToggled } from './sheet-layout'
import classes from './sheet.module.css'

type Props = { connectionId: string; columns: readonly SheetColumn[] }

/** Which fields stand side by side. */
export function ColumnsMenu({ connectionId, columns }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-end" trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconColumns size={14} aria-hidden />}
          onClick={() => setOpen((was) => !was)}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <div className={classes.columns}>
          {sheetColumns.map(({ path, title }) => (
            <Checkbox
              key={path}
              size="xs"
              label={title}
              checked={columns.some((column) => column.path === path)}
              onChange={() => changeLayout(connectionId, (layout) => withToggled(layout, path))}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
