import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { isBlank } from '../../../electron/shared/fold-text'

type Props = {
  /** Its key, or why not. */
  make: (name: string) => Promise<ErrorInfo | { made: number }>
  onMade: (key: number) => void
  onClose: () => void
  /** What is asked beside its name. */
  children?: ReactNode
}

/** Asks for the name of a new category or product type, and makes it once. */
export function CreateNamed({ make, onMade, onClose, children }: Props) {
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const isUnderWay = useRef(false)

  async function create(): Promise<void> {
    if (isUnderWay.current || isBlank(name)) return
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
          error={problem}
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
          <Button type="submit" disabled={isBlank(name)}>
            Create
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
