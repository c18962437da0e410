import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import type { Export } from '../../../electron/shared/export'
import { problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { cancelExport, showExport, useExportsStore } from '../../stores/exports-store'
import { beginningText, endText } from './export-words'

/** Says how far the newest export of the store on screen is, and how it ended. */
export function useExportNote(connectionId: string | null): void {
  const newest = useExportsStore((state) => (connectionId === null ? undefined : state.newest[connectionId]))
  useEffect(() => {
    if (!newest) return
    const id = `export ${newest.connectionId} ${newest.id}`
    const isOver = newest.state !== 'writing'
    if (notes.get(id) === 'closed' && !isOver) return
    const note = {
      id,
      withBorder: true,
      autoClose: isOver && newest.state !== 'failed' ? 20_000 : false,
      ...(newest.state === 'failed' ? { color: 'red', role: 'alert' } : { role: 'status' }),
      onClose: () => void notes.set(id, 'closed'),
      message: <ExportNote shown={newest} onDone={() => notifications.hide(id)} />,
    } as const
    if (notes.get(id) === 'open') notifications.update(note)
    else notifications.show(note)
    notes.set(id, 'open')
  }, [newest])
}

/** Whoever closes the note of an export hears of its end, and of nothing before. */
const notes = new Map<string, 'open' | 'closed'>()

function ExportNote({ shown: each, onDone }: { shown: Export; onDone: () => void }) {
  const act = (ask: (of: Export) => Promise<null>) => void ask(each).catch((error) => notifyProblem(problemOf(error)))
  if (each.state === 'writing') {
    return (
      <Stack gap={6}>
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <Text lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {beginningText(each)}
          </Text>
          <Button size="compact-sm" variant="default" style={{ flex: 'none' }} onClick={() => act(cancelExport)}>
            Cancel
          </Button>
        </Group>
        <Progress
          value={each.total ? (100 * each.done) / each.total : 100}
          aria-label={each.what === 'archive' ? 'Store written' : 'Products written'}
        />
      </Stack>
    )
  }
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap">
      <Text style={{ overflowWrap: 'anywhere' }}>{endText(each)}</Text>
      {each.state === 'written' && (
        <Button
          size="compact-sm"
          variant="default"
          style={{ flex: 'none' }}
          onClick={() => {
            act(showExport)
            onDone()
          }}
        >
          Show in folder
        </Button>
      )}
    </Group>
  )
}
