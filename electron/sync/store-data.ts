import type { RemovalPreview } from '../shared/connection'
import { storeFiles } from './store-files'
import type { StoreSessions } from './store-sessions'

/** What a connection's removal takes with it, and the taking. */
export function createStoreData({ userData, sessions }: { userData: string; sessions: StoreSessions }) {
  return {
    preview: (connectionId: string): RemovalPreview =>
      sessions.of(connectionId).removalPreview(storeFiles(userData, connectionId).size()),
    async remove(connectionId: string): Promise<void> {
      await sessions.close(connectionId)
      storeFiles(userData, connectionId).remove()
    },
  }
}
