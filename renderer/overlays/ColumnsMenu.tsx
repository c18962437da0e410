import { Button, Checkbox, Text, TextInput, type PopoverProps } from '@mantine/core'
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

/** So many names are looked through at a glance. */
const many = 20

/** Which columns of a table stand side by side. */
export function ColumnsMenu({ all, isShown, onToggle, position, across }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const found = all.filter(({ title }) => title.toLowerCase().includes(wanted.trim().toLowerCase()))
  return (
    <Popover
      opened={isOpen}
      onChange={(next) => {
        setOpen(next)
        setWanted('')
      }}
      position={position}
      trapFocus
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-label="Columns"
          classNames={{ label: classes.label, section: classes.icon }}
          leftSection={<IconColumns size={14} aria-hidden />}
          onClick={() => setOpen((was) => !was)}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        {all.length > many && (
          <TextInput
            aria-label="Find a column"
            placeholder="Find a column"
            size="xs"
            mb="xs"
            autoComplete="off"
            value={wanted}
            onChange={({ currentTarget }) => setWanted(currentTarget.value)}
          />
        )}
        <div className={classes.columns} style={{ gridTemplateColumns: `repeat(${across}, 1fr)` }}>
          {found.map(({ path, title }) => (
            <Checkbox key={path} size="xs" label={title} checked={isShown(path)} onChange={() => onToggle(path)} />
          ))}
        </div>
        {found.length === 0 && <Text c="dimmed">There is no such column.</Text>}
      </Popover.Dropdown>
    </Popover>
  )
}
