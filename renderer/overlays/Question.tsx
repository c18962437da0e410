import { Button, Group, Stack, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { Modal } from './Modal'

/** What is done with a yes; the answers wait until it is. */
type Way = { label: string; act: () => unknown }
type Answers = {
  /** What a yes means. */
  children: ReactNode
  no?: string
  onNo: () => void
  yes: Way
  /** Another way to say yes. */
  otherwise?: Way | false
}

/** What a yes means, and the answers; for a dialog that holds more than one question. The no has the focus: the yes takes something away. */
export function YesOrNo({ children, no = 'Cancel', onNo, yes, otherwise }: Answers) {
  const [isBusy, setBusy] = useState(false)
  const say = ({ act }: Way) => {
    setBusy(true)
    void Promise.resolve(act()).finally(() => setBusy(false))
  }
  return (
    <Stack gap="md">
      {typeof children === 'string' ? <Text>{children}</Text> : children}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" data-autofocus onClick={onNo}>
          {no}
        </Button>
        {otherwise && (
          <Button color="red" variant="light" loading={isBusy} onClick={() => say(otherwise)}>
            {otherwise.label}
          </Button>
        )}
        <Button color="red.9" loading={isBusy} onClick={() => say(yes)}>
          {yes.label}
        </Button>
      </Group>
    </Stack>
  )
}

/** The same in a dialog of its own; closing it is a no. */
export function Question({
  title,
  opened,
  zIndex,
  ...answers
}: Answers & { title: string; opened: boolean; zIndex?: number }) {
  return (
    <Modal opened={opened} onClose={answers.onNo} title={title} zIndex={zIndex}>
      <YesOrNo {...answers} />
    </Modal>
  )
}
