import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { Picture } from '../../../electron/shared/product'
import { longestAlt } from '../../../electron/shared/limits'
import { Modal } from '../../overlays/Modal'

type Props = { pictures: readonly Pick<Picture, 'alt'>[]; onClose: () => void; onSave: (alt: string) => void }

/** One alt text for all pictures that are selected. */
export function AltForAll({ pictures, onClose, onSave }: Props) {
  const [before] = useState(() => pictures.map(({ alt }) => alt))
  const [first = ''] = before
  const isSame = before.every((alt) => alt === first)
  // Different ones are emptied by whoever typed and took it back, and not by Enter alone.
  const [alt, setAlt] = useState<string | null>(null)
  const text = alt ?? (isSame ? first : '')
  const typed = text.trim()
  const isNews = alt !== null && before.some((each) => each !== typed)
  const replaced = before.filter((each) => each !== '' && each !== typed).length

  // The form of the product is around this one; saving it is not what Enter means here.
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (isNews) onSave(typed)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`Alt text of ${counted(before.length)}`}>
      <form onSubmit={onSubmit}>
        <TextInput
          label="Alt text"
          description="What a person who does not see the pictures hears of each of them."
          placeholder={isSame ? undefined : 'They have different ones'}
          value={text}
          maxLength={longestAlt}
          data-autofocus
          onChange={({ currentTarget }) => setAlt(currentTarget.value)}
        />
        <Text component="output" display="block" c="dimmed" size="xs" mt={6} mih={18}>
          {isNews && replaced > 0 && `${counted(replaced)} had another text, which this replaces.`}
        </Text>
        <Group justify="flex-end" mt="sm" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!isNews}>
            {isNews && typed === '' ? 'Remove the texts' : 'Save'}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

const counted = (pictures: number): string => (pictures === 1 ? '1 picture' : `${pictures} pictures`)
