import type { RemovalPreview } from '../shared/connection'
import { describeChange } from '../changes/describe'
import { storeFiles } from './store-files'
import type { StoreSessions } from './store-sessions'

const namedAtMost = 50
const countedAtMost = 100_000

/** What a connection's removal takes with it, and the taking. */
export function createStoreData({ userData, sessions }: { userData: string; sessions: () => StoreSessions }) {
  return {
    preview(connectionId: string): RemovalPreview {
      const bytes = storeFiles(userData, connectionId).size()
      const { catalogue } = sessions().of(connectionId)
      const open = catalogue.changes.allOpen(countedAtMost)
      const unsent = open.slice(0, namedAtMost).map((change) => ({
        product: change.productName,
        summary: describeChange(change),
      }))
      return { products: catalogue.products.count(), bytes, unsent, unsentTotal: open.length }
    },
    async remove(connectionId: string): Promise<void> {
      await sessions().close(connectionId)
      storeFiles(userData, connectionId).remove()
    },
  }
}
