import type { Catalogue } from '../catalogue/catalogue'
import type { RemovalPreview } from '../shared/connection'
import { describeChange } from '../changes/describe'
import { storeFiles } from './store-files'
import type { StoreSessions } from './store-sessions'

const namedAtMost = 50
const countedAtMost = 100_000

/** What was typed into forms and never saved is lost as well. */
function draftsOf(catalogue: Catalogue): RemovalPreview['unsent'] {
  const summary = 'typed, not saved'
  return catalogue.drafts.productIds().flatMap((id) => {
    if (id === null) return [{ product: 'A new product', summary }]
    const row = catalogue.products.row(id)
    return row ? [{ product: row.name, summary }] : []
  })
}

/** What a connection's removal takes with it, and the taking. */
export function createStoreData({ userData, sessions }: { userData: string; sessions: () => StoreSessions }) {
  return {
    preview(connectionId: string): RemovalPreview {
      const bytes = storeFiles(userData, connectionId).size()
      const { catalogue } = sessions().of(connectionId)
      const open = catalogue.changes.allOpen(countedAtMost)
      const typed = draftsOf(catalogue)
      const changes = open.slice(0, namedAtMost).map((change) => ({
        product: change.productName,
        summary: describeChange(change),
      }))
      return {
        products: catalogue.products.count(),
        bytes,
        unsent: [...typed, ...changes].slice(0, namedAtMost),
        unsentTotal: typed.length + open.length,
      }
    },
    async remove(connectionId: string): Promise<void> {
      await sessions().close(connectionId)
      storeFiles(userData, connectionId).remove()
    },
  }
}
