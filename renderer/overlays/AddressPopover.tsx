import { Button, Group, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Popover } from './Popover'

type Props = {
  button: string
  icon: ReactNode
  /** What the panel is for, and what is typed there. */
  title: string
  label: string
  note?: string
  disabled?: boolean
  /** Takes the address, or says why not: a wrong one is mended where it was typed. */
  take: (address: string) => Promise<string | null>
}

/** A button with a panel for one address. */
export function AddressPopover({ button, icon, title, label, note, disabled = false, take }: Props) {
  const [opened, setOpened] = useState(false)
  const [address, setAddress] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function submit(): Promise<void> {
    const typed = address.trim()
    if (typed === '' || isBusy) return
    setBusy(true)
    setProblem(null)
    const refused = await take(typed)
    setBusy(false)
    setProblem(refused)
    if (refused !== null) return
    setOpened(false)
    setAddress('')
  }

  // A form may be around this one; saving it is not what Enter means here.
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    void submit()
  }

  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start" width={380}>
      <Popover.Target>
        <Button variant="default" leftSection={icon} disabled={disabled} onClick={() => setOpened((isOpen) => !isOpen)}>
          {button}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <form onSubmit={onSubmit}>
          <TextInput
            label={label}
            description={note}
            placeholder="https://"
            value={address}
            error={problem}
            data-autofocus
            onChange={({ currentTarget }) => {
              setAddress(currentTarget.value)
              setProblem(null)
            }}
          />
          <Group justify="flex-end" mt="sm" gap="xs">
            <Button variant="default" onClick={() => setOpened(false)}>
              Cancel
            </Button>
            <Button type="submit" loading={isBusy} disabled={address.trim() === ''}>
              Add
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
