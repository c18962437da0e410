import { Button, type ButtonProps } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { Menu } from './Menu'

type Way = { label: string; onSave: () => Promise<void> }
type Props = Pick<ButtonProps, 'size' | 'variant'> & {
  label: string
  'aria-description'?: string
  ways: readonly Way[]
}

/** Which rows of a table are saved as a file. */
export function RowsMenu({ label, ways, ...button }: Props) {
  const [isBusy, setBusy] = useState(false)
  const save = async ({ onSave }: Way) => {
    setBusy(true)
    await onSave()
    setBusy(false)
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button {...button} loading={isBusy} rightSection={<IconChevronDown size={14} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {ways.map((way) => (
          <Menu.Item key={way.label} onClick={() => void save(way)}>
            {way.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
