import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { viewNameSchema } from '../../../electron/shared/kept-view'
import { closeViewDialog, type ViewQuestion } from '../../stores/view-dialog-store'
import { hasViewNamed, renameView, saveAsView } from '../../stores/views-store'

type Props = { connectionId: string; asked: Exclude<ViewQuestion, { kind: 'go' }> }

/** What is shown, under a name; or another name for a view. */
export function ViewName({ connectionId, asked }: Props) {
  const renamed = asked.kind === 'rename' ? asked.view : null
  const [name, setName] = useState(renamed?.name ?? '')
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const parsed = viewNameSchema.safeParse(name)
    if (!parsed.success) return setError(parsed.error.issues[0]?.message)
    if (hasViewNamed(connectionId, parsed.data, renamed?.id ?? null)) return setError('Another view has this name')
    setBusy(true)
    const problem = await (renamed ? renameView(renamed, parsed.data) : saveAsView(connectionId, parsed.data))
    setBusy(false)
    if (problem) setError(problem.message)
    else closeViewDialog()
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <TextInput
          label="Name"
          description={
            renamed ? undefined : 'It keeps what is searched and filtered, the order, and how the products are shown.'
          }
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setError(undefined)
          }}
          onFocus={(event) => event.currentTarget.select()}
          error={error}
          maxLength={80}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={closeViewDialog}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
