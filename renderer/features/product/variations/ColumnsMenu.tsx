import { Button, Checkbox } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import { useState } from 'react'
import { Popover } from '../../../overlays/Popover'
import { showColumns, useGridStore } from './grid-store'
import { useVariationColumns } from './use-variation-columns'
import classes from './variations.module.css'

/** Which values of variations stand side by side. */
export function ColumnsMenu() {
  const [isOpen, setOpen] = useState(false)
  const chosen = useGridStore(({ columns }) => columns)
  const all = useVariationColumns()
  const toggle = (path: string) => {
    const next = all.filter((each) => chosen.includes(each.path) !== (each.path === path))
    if (next.length > 0) showColumns(next.map((each) => each.path))
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus>
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
          {all.map(({ path, title }) => (
            <Checkbox
              key={path}
              size="xs"
              label={title}
              checked={chosen.includes(path)}
              onChange={() => toggle(path)}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
