import { Alert, Box, Button, Checkbox, Group, List, Loader, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Connection, RemovalPreview } from '../../../electron/shared/connection'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { call, problemOf } from '../../bridge'
import { notifyDone } from '../../components/notify'
import { Status } from '../../components/Status'
import { formatBytes } from '../../format/bytes'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { removeConnection } from '../../stores/connection-store'
import classes from './RemoveConnection.module.css'

/** Says what goes with the connection. Changes that never reached the store are named and need a yes of their own. */
export function RemoveConnection({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const [preview, setPreview] = useState<RemovalPreview | null>(null)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  const [agreed, setAgreed] = useState(false)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let here = true
    call('connections.previewRemoval', { connectionId: connection.id }).then(
      (answer) => here && setPreview(answer),
      (error: unknown) => here && setProblem(problemOf(error)),
    )
    return () => {
      here = false
    }
  }, [connection.id])

  async function remove(): Promise<void> {
    setBusy(true)
    try {
      await removeConnection(connection.id, agreed)
      notifyDone(`${connection.name} was removed from this computer.`)
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
      setBusy(false)
    }
  }

  const unsent = preview?.unsentTotal ?? 0
  return (
    <Stack gap="md">
      {!preview && !problem && <Loader size="sm" aria-label="Looking at what would go" />}
      {preview && (
        <>
          <Text>Removing {connection.name} takes this from this computer:</Text>
          <List size="sm" spacing={4}>
            <List.Item>the connection and its key</List.Item>
            <List.Item>
              the local copy of {formatNumber(preview.products)} {preview.products === 1 ? 'product' : 'products'} with
              its pictures ({formatBytes(preview.bytes)})
            </List.Item>
            <List.Item>the history of changes made here</List.Item>
          </List>
          <Text>
            {connection.isDemo
              ? 'The demo store itself starts afresh when you open it again.'
              : 'The store itself is not touched: nothing is deleted at Ecwid.'}
          </Text>
          {unsent > 0 && <Unsent preview={preview} agreed={agreed} onAgree={setAgreed} />}
        </>
      )}
      {problem && (
        <Status tone="danger" role="alert">
          {problem.message}
        </Status>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
        <Button color="red" loading={busy} disabled={!preview || (unsent > 0 && !agreed)} onClick={() => void remove()}>
          Remove
        </Button>
      </Group>
    </Stack>
  )
}

type UnsentProps = { preview: RemovalPreview; agreed: boolean; onAgree: (agreed: boolean) => void }

function Unsent({ preview: { unsent, unsentTotal }, agreed, onAgree }: UnsentProps) {
  const what = unsentTotal === 1 ? '1 change' : `${formatNumber(unsentTotal)} changes`
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={`${what} never reached the store and would be lost`}>
      <Stack gap="sm">
        <Box
          component="section"
          mah={160}
          tabIndex={0}
          aria-label="Changes that would be lost"
          className={classes.unsent}
        >
          <List size="sm" spacing={2}>
            {unsent.map(({ product, summary }, index) => (
              <List.Item key={index}>
                {product}: {summary}
              </List.Item>
            ))}
            {unsentTotal > unsent.length && <List.Item>and {formatNumber(unsentTotal - unsent.length)} more</List.Item>}
          </List>
        </Box>
        <Checkbox
          checked={agreed}
          onChange={(event) => onAgree(event.currentTarget.checked)}
          label={`Lose ${unsentTotal === 1 ? 'this change' : `these ${what}`}`}
        />
      </Stack>
    </Alert>
  )
}
