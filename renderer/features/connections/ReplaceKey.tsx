import { Button, Group, Stack, Text } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { keySchema, type Connection } from '../../../electron/shared/connection'
import { call, problemOf } from '../../bridge'
import { notifyDone } from '../../components/notify'
import { replaceKey } from '../../stores/connection-store'
import { mayBeSavedUntested, type TestOutcome } from './connection-test'
import { KeyInput } from './KeyInput'
import { TestResult } from './TestResult'
import { WhereToFind } from './WhereToFind'

/** A new key for a store that is already connected. The old one is never shown, and stays until the new one is saved. */
export function ReplaceKey({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const [key, setKey] = useState('')
  const [error, setError] = useState<string>()
  const [outcome, setOutcome] = useState<TestOutcome | null>(null)
  const [busy, setBusy] = useState<'test' | 'save' | null>(null)
  const untestedOk = outcome !== null && !outcome.ok && mayBeSavedUntested(outcome.problem)

  async function test(): Promise<TestOutcome | null> {
    const parsed = keySchema.safeParse(key)
    setError(parsed.error?.issues[0]?.message)
    if (!parsed.success) return null
    const answer = await ask(connection, parsed.data)
    setOutcome(answer)
    return answer
  }

  async function save(anyway: boolean): Promise<void> {
    const answer = anyway || outcome?.ok ? outcome : await test()
    if (!anyway && !answer?.ok) return
    try {
      await replaceKey(connection.id, key.trim())
      notifyDone(`The key of ${connection.name} was replaced.`)
      onClose()
    } catch (failure) {
      setOutcome({ ok: false, problem: problemOf(failure) })
    }
  }

  const during = (what: 'test' | 'save', work: () => Promise<unknown>) => {
    setBusy(what)
    void work().finally(() => setBusy(null))
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy === null) during('save', () => save(untestedOk))
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>
          {connection.name} (store {connection.storeId}). The key saved so far cannot be shown; it stays in use until
          the new one is saved.
        </Text>
        <KeyInput
          label="New API key"
          value={key}
          onChange={(typed) => {
            setKey(typed)
            setError(undefined)
            setOutcome(null)
          }}
          error={error}
          isTested={outcome !== null}
          focusFirst
        />
        <WhereToFind what="the key" />
        <TestResult outcome={outcome} />
        <Group justify="space-between">
          <Button variant="default" loading={busy === 'test'} onClick={() => during('test', test)}>
            Test
          </Button>
          <Group gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy === 'save'} disabled={busy === 'test'}>
              {untestedOk ? 'Save anyway' : 'Save'}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

async function ask({ storeId, id }: Connection, key: string): Promise<TestOutcome> {
  try {
    return { ok: true, found: await call('connections.test', { storeId, key, connectionId: id }) }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}
