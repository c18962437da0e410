import { Button } from '@mantine/core'
import { Banner } from '../../components/Banner'
import { useAccess } from '../../stores/access'
import { openConnectionDialog } from '../../stores/connection-dialog-store'
import { useChangesSummary } from '../../stores/changes-store'
import { useCurrentConnection } from '../../stores/connection-store'
import { useStoreStore } from '../../stores/store-store'

/** What the key of this store cannot do, on every screen that would do it. */
export function AccessBanner() {
  const connection = useCurrentConnection()
  const { reason } = useAccess()
  const blockedBy = useRefusedKey()
  if (!connection) return null
  if (connection.keyPlace === 'missing') {
    return (
      <Banner tone="warning" action={replaceKey(connection.id, 'Type the key again')}>
        The key of this store is not in the keychain of this computer. You can look at the local copy and edit it;
        nothing is sent or brought in until the key is typed again.
      </Banner>
    )
  }
  if (blockedBy) {
    return (
      <Banner tone="warning" action={replaceKey(connection.id, 'Enter a new key')}>
        {blockedBy}
      </Banner>
    )
  }
  if (connection.keyKind === 'public') {
    return (
      <Banner tone="info" action={replaceKey(connection.id, 'Use a secret key')}>
        {reason} Hidden products are not shown.
      </Banner>
    )
  }
  const unread = connection.missingScopes.includes('read_catalog')
  if (!reason && !unread) return null
  return (
    <Banner tone="warning" action={replaceKey(connection.id, 'Use another key')}>
      {unread ? 'This key lacks the scope read_catalog, so the catalogue cannot be brought up to date. ' : ''}
      {reason}
    </Banner>
  )
}

/** The sentence for a key that the store refuses, whether sending or reading met it. */
function useRefusedKey(): string | null {
  const sending = useChangesSummary()?.blockedBy
  const reading = useStoreStore(({ snapshot }) => snapshot?.sync.problem)
  return [sending, reading].find((problem) => problem?.code === 'bad-key')?.message ?? null
}

function replaceKey(connectionId: string, label: string) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => openConnectionDialog({ kind: 'replace-key', connectionId })}
    >
      {label}
    </Button>
  )
}
