import { Button, Stack, Text, Title } from '@mantine/core'
import { IconBuildingStore, IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { problemOf } from '../../bridge'
import { Status } from '../../components/Status'
import { openConnectionDialog } from '../../stores/connection-dialog-store'
import { openDemo } from '../../stores/connection-store'
import classes from './Welcome.module.css'

/** First start: two doors. */
export function Welcome() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)

  async function tryDemo(): Promise<void> {
    setBusy(true)
    setProblem(null)
    await openDemo().catch((error: unknown) => setProblem(problemOf(error)))
    setBusy(false)
  }

  return (
    <div className={classes.page}>
      <Stack gap={4} align="center" className={classes.intro}>
        <Title order={1} fz={28} lh={1.3}>
          Stockroom
        </Title>
        <Text c="dimmed" fz="md" ta="center">
          Your Ecwid catalogue on your desk: search it, edit it and add pictures, with or without a network.
        </Text>
      </Stack>
      <div className={classes.doors}>
        <section className={classes.door} aria-labelledby="door-connect">
          <IconPlugConnected size={28} stroke={1.5} className={classes.icon} aria-hidden />
          <Title order={2} id="door-connect">
            Connect your store
          </Title>
          <Text c="dimmed" className={classes.words}>
            With your store ID and its API key, Stockroom brings your whole catalogue to this computer.
          </Text>
          <Button onClick={() => openConnectionDialog({ kind: 'add' })}>Connect your store</Button>
        </section>
        <section className={classes.door} aria-labelledby="door-demo">
          <IconBuildingStore size={28} stroke={1.5} className={classes.icon} aria-hidden />
          <Title order={2} id="door-demo">
            Try the demo store
          </Title>
          <Text c="dimmed" className={classes.words}>
            A small shop that runs on this computer alone: change anything, no account and no network needed.
          </Text>
          <Button variant="default" loading={busy} onClick={() => void tryDemo()}>
            Try the demo store
          </Button>
        </section>
      </div>
      <div aria-live="polite">{problem && <Status tone="danger">{problem.message}</Status>}</div>
      <Text c="dimmed" fz="xs" ta="center">
        Keys are kept in the keychain of this computer. Stockroom is not affiliated with Ecwid.
      </Text>
    </div>
  )
}
