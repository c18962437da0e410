import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import type { ErrorInfo } from '../../../electron/shared/errors'
import type { Fault } from '../../../electron/shared/fields/fault'
import { faultText } from '../../../electron/shared/words/fault'

type Props = {
  /** What is wrong with a name. */
  check: (name: string) => Fault | null
  /** Its key, or why not. */
  make: (name: string) => Promise<ErrorInfo | { made: number }>
  onMade: (key: number) => void
  onClose: () => void
  /** What is asked beside its name. */
  children?: ReactNode
}

/** Asks for the name of a new category or product type, and makes it once. */
export function CreateNamed({ check, make, onMade, onClose, children }: Props) {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const fault = check(name)
  const isUnderWay = useRef(false)

  async function create(): Promise<void> {
    if (isUnderWay.current) return
    if (fault !== null) return setProblem(faultText(fault))
    isUnderWay.current = true
    const done = await make(name)
    isUnderWay.current = false
    if ('message' in done) return setProblem(done.message)
    onMade(done.made)
    onClose()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <Stack gap="md">
        <TextInput
          label="Name"
          data-autofocus
          value={name}
          // An empty box is asked for only once it is to be made.
          error={problem ?? (name !== '' && fault !== null && faultText(fault))}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setProblem(null)
          }}
        />
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Create</Button>
        </Group>
      </Stack>
    </form>
  )
}
