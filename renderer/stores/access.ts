import type { Connection } from '../../electron/shared/connection'
import { useCurrentConnection } from './connection-store'

export type Access = {
  /** May change, upload to and delete products. */
  canUpdate: boolean
  /** May make new products. */
  canCreate: boolean
  /** Why not, as a sentence; null when everything is allowed. */
  reason: string | null
}

const everything: Access = { canUpdate: true, canCreate: true, reason: null }

/** What the key of the store on screen allows. Without a store: everything, so that nothing flickers while one opens. */
export function useAccess(): Access {
  const connection = useCurrentConnection()
  return connection ? accessOf(connection) : everything
}

export function accessOf({ keyKind, missingScopes }: Pick<Connection, 'keyKind' | 'missingScopes'>): Access {
  if (keyKind === 'public') {
    return {
      canUpdate: false,
      canCreate: false,
      reason: 'This key is public: Stockroom can show enabled products only and cannot change anything.',
    }
  }
  const canUpdate = !missingScopes.includes('update_catalog')
  const canCreate = !missingScopes.includes('create_catalog')
  return { canUpdate, canCreate, reason: reasonOf(canUpdate, canCreate) }
}

function reasonOf(canUpdate: boolean, canCreate: boolean): string | null {
  if (!canUpdate && !canCreate) {
    return 'This key lacks the scopes update_catalog and create_catalog, so products cannot be changed or added.'
  }
  if (!canUpdate) return 'This key lacks the scope update_catalog, so products and pictures cannot be changed.'
  if (!canCreate) return 'This key lacks the scope create_catalog, so products cannot be added.'
  return null
}
