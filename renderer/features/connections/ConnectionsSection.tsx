import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconDots, IconKey, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type { Connection } from '../../../electron/shared/connection'
import { problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { Status } from '../../components/Status'
import { Menu } from '../../overlays/Menu'
import { openConnectionDialog } from '../../stores/connection-dialog-store'
import { openDemo, useConnectionStore } from '../../stores/connection-store'
import classes from './ConnectionsSection.module.css'

/** The stores of this computer, each with what can be done with it. */
export function ConnectionsSection() {
  const connections = useConnectionStore((state) => state.connections)
  const hasDemo = connections.some(({ isDemo }) => isDemo)
  return (
    <div>
      <ul className={classes.list}>
        {connections.map((connection) => (
          <ConnectionLine key={connection.id} connection={connection} />
        ))}
      </ul>
      <Group gap="xs" mt="sm">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => openConnectionDialog({ kind: 'add' })}
        >
          Connect a store
        </Button>
        {!hasDemo && (
          <Button
            variant="subtle"
            size="xs"
            onClick={() => void openDemo().catch((error: unknown) => notifyProblem(problemOf(error)))}
          >
            Try the demo store
          </Button>
        )}
      </Group>
    </div>
  )
}

function ConnectionLine({ connection }: { connection: Connection }) {
  const { id, name, storeId, isDemo } = connection
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Text fw={600}>{name}</Text>
        <Text c="dimmed" fz="xs">
          {isDemo ? 'Demo store on this computer' : `Store ${storeId}`}
        </Text>
        <KeySentence connection={connection} />
      </div>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`Actions for ${name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={14} />}
            onClick={() => openConnectionDialog({ kind: 'rename', connectionId: id })}
          >
            Rename…
          </Menu.Item>
          {!isDemo && (
            <Menu.Item
              leftSection={<IconKey size={14} />}
              onClick={() => openConnectionDialog({ kind: 'replace-key', connectionId: id })}
            >
              Replace the key…
            </Menu.Item>
          )}
          <Menu.Item
            color="var(--stock-danger-text)"
            leftSection={<IconTrash size={14} />}
            onClick={() => openConnectionDialog({ kind: 'remove', connectionId: id })}
          >
            Remove…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

function KeySentence({ connection: { keyPlace, keyKind, missingScopes } }: { connection: Connection }) {
  if (keyPlace === 'missing') {
    return (
      <Status tone="warning" fz="xs">
        The key is missing. Type it again to send changes and bring in news.
      </Status>
    )
  }
  if (keyPlace === 'session') {
    return (
      <Status tone="warning" fz="xs">
        No keychain answered, so the key is kept only until Stockroom quits and must be typed again at the next start.
      </Status>
    )
  }
  if (missingScopes.length > 0) {
    return (
      <Status tone="warning" fz="xs">
        The key lacks {missingScopes.length === 1 ? 'the scope' : 'the scopes'} {missingScopes.join(', ')}.
      </Status>
    )
  }
  return (
    <Text c="dimmed" fz="xs">
      {keyKind === 'secret'
        ? 'Secret key in the keychain'
        : 'Public key in the keychain: read-only, no hidden products'}
    </Text>
  )
}
