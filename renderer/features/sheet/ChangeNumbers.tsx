import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { wrapperOrder } from '../../components/controls/control'
import { Modal } from '../../overlays/Modal'
import { useStoreWords } from '../../stores/store-words'
import { changeNumbers } from './block-acts'
import { closeNumbers, useChangeNumbers } from './change-numbers'
import { readChange } from './number-change'

/** Asks by how much the numbers in the selected cells go up or down. */
export function ChangeNumbers() {
  const asked = useChangeNumbers((state) => state.asked)
  const words = useStoreWords()
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  if (!asked) return null
  const change = readChange(typed, words)
  const close = () => {
    setTyped('')
    setTried(false)
    closeNumbers()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typeof change === 'string') return setTried(true)
    void changeNumbers(asked.shown, asked.block, change)
    close()
  }
  return (
    <Modal opened onClose={close} returnFocus={false} title="Change the selected numbers" size={420}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label="By"
            description="-10 % takes a tenth off, 2 puts 2 on. Cells without a number stay as they are."
            inputWrapperOrder={wrapperOrder}
            value={typed}
            error={isTried && typeof change === 'string' ? change : undefined}
            data-autofocus
            autoComplete="off"
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit">Change</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
