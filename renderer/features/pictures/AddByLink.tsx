import { Button, Group, TextInput } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { call, problemOf } from '../../bridge'
import { Popover } from '../../overlays/Popover'

/** A link is looked at before it is taken, so that a wrong one is mended where it was typed. */
export function AddByLink({ onAdd }: { onAdd: (url: string) => Promise<void> }) {
  const [opened, setOpened] = useState(false)
  const [url, setUrl] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [checking, setChecking] = useState(false)

  async function submit(): Promise<void> {
    const link = url.trim()
    if (link === '' || checking) return
    setChecking(true)
    setProblem(null)
    try {
      await call('pictures.checkUrl', { url: link })
      setOpened(false)
      setUrl('')
      void onAdd(link)
    } catch (error) {
      setProblem(problemOf(error).message)
    } finally {
      setChecking(false)
    }
  }

  // The product's form is around this one; saving it is not what Enter means here.
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    void submit()
  }

  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start" width={380}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconLink size={16} aria-hidden />}
          onClick={() => setOpened((isOpen) => !isOpen)}
        >
          Add by link
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Add a picture by link">
        <form onSubmit={onSubmit}>
          <TextInput
            label="Link to a picture"
            placeholder="https://"
            value={url}
            error={problem}
            data-autofocus
            onChange={({ currentTarget }) => {
              setUrl(currentTarget.value)
              setProblem(null)
            }}
          />
          <Group justify="flex-end" mt="sm" gap="xs">
            <Button variant="default" onClick={() => setOpened(false)}>
              Cancel
            </Button>
            <Button type="submit" loading={checking} disabled={url.trim() === ''}>
              Add
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
