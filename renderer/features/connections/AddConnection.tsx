import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { call, problemOf } from '../../bridge'
import { notifyDone } from '../../components/notify'
import { addConnection } from '../../stores/connection-store'
import { checkConnection, fieldsOf, storeIdOf, type ConnectionInput, type FieldErrors } from './connection-form'
import { mayBeSavedUntested, type TestOutcome } from './connection-test'
import { KeyInput } from './KeyInput'
import { TestResult } from './TestResult'
import { WhereToFind } from './WhereToFind'

/** The form behind "Connect your store". Save asks the store first, so that a typing mistake is found here. */
export function AddConnection({ onClose }: { onClose: () => void }) {
  const [input, setInput] = useState<ConnectionInput>({ name: '', storeId: '', key: '' })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [outcome, setOutcome] = useState<TestOutcome | null>(null)
  const [busy, setBusy] = useState<'test' | 'save' | null>(null)
  const untestedOk = outcome !== null && !outcome.ok && mayBeSavedUntested(outcome.problem)

  const type = (field: keyof ConnectionInput) => (value: string) => {
    setInput((before) => ({ ...before, [field]: value }))
    setErrors((before) => ({ ...before, [field]: undefined }))
    if (field !== 'name') setOutcome(null)
  }

  async function test(): Promise<TestOutcome | null> {
    const found = checkConnection(input, ['storeId', 'key'])
    setErrors(found)
    if (Object.keys(found).length > 0) return null
    const answer = await ask(input)
    setOutcome(answer)
    if (!answer.ok) setErrors(fieldsOf(answer.problem))
    if (answer.ok && input.name.trim() === '') type('name')(answer.found.storeName)
    return answer
  }

  async function save(anyway: boolean): Promise<void> {
    const found = checkConnection(input, ['name', 'storeId', 'key'])
    setErrors(found)
    if (Object.keys(found).length > 0) return
    const answer = anyway || outcome?.ok ? outcome : await test()
    if (!anyway && !answer?.ok) return
    try {
      const { name } = await addConnection({
        name: input.name.trim(),
        storeId: storeIdOf(input.storeId),
        key: input.key.trim(),
      })
      notifyDone(`${name} is connected.`)
      onClose()
    } catch (error) {
      const problem = problemOf(error)
      setErrors(fieldsOf(problem))
      setOutcome({ ok: false, problem })
    }
  }

  const during = (what: 'test' | 'save', work: () => Promise<unknown>) => {
    setBusy(what)
    void work().finally(() => setBusy(null))
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy === null) during('save', () => save(false))
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label="Connection name"
          description="Your own name for this store."
          placeholder="Harbour Goods"
          value={input.name}
          onChange={(event) => type('name')(event.currentTarget.value)}
          error={errors.name}
          data-autofocus
          maxLength={80}
        />
        <TextInput
          label="Ecwid store ID"
          placeholder="12345678"
          inputMode="numeric"
          value={input.storeId}
          onChange={(event) => type('storeId')(event.currentTarget.value)}
          error={errors.storeId}
        />
        <KeyInput value={input.key} onChange={type('key')} error={errors.key} isTested={outcome !== null} />
        <WhereToFind what="both" />
        <TestResult outcome={outcome} />
        <Group justify="space-between">
          <Button
            variant="default"
            loading={busy === 'test'}
            disabled={busy === 'save'}
            onClick={() => during('test', test)}
          >
            Test
          </Button>
          <Group gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              Cancel
            </Button>
            {untestedOk ? (
              <Button loading={busy === 'save'} onClick={() => during('save', () => save(true))}>
                Save anyway
              </Button>
            ) : (
              <Button type="submit" loading={busy === 'save'} disabled={busy === 'test'}>
                Save
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

async function ask(input: ConnectionInput): Promise<TestOutcome> {
  try {
    const found = await call('connections.test', { storeId: storeIdOf(input.storeId), key: input.key.trim() })
    return { ok: true, found }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}
