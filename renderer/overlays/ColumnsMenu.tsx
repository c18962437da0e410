import { Button, Checkbox, type PopoverProps } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import { useState } from 'react'
import { Popover } from './Popover'
import classes from './ColumnsMenu.module.css'

type Props = {
  all: readonly { path: string; title: string }[]
  isShown: (path: string) => boolean
  onToggle: (path: string) => void
  position: PopoverProps['position']
  /** How many names stand side by side. */
  across: 2 | 3
}

/** Which columns of a table stand side by side. */
export function ColumnsMenu({ all, isShown, onToggle, position, across }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position={position} trapFocus>
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
        <div className={classes.columns} style={{ gridTemplateColumns: `repeat(${across}, 1fr)` }}>
          {all.map(({ path, title }) => (
            <Checkbox key={path} size="xs" label={title} checked={isShown(path)} onChange={() => onToggle(path)} />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
