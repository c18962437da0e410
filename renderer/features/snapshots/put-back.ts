import type { ErrorInfo } from '../../../electron/shared/errors'
import { propose } from '../../stores/bulk-store'

type How = { stock: boolean; deletes: boolean; productId?: number }

/** Opens the review of what would go back to how it was then: of one product, or of all. Answers with why not. */
export const putBack = (
  connectionId: string,
  snapshotId: number,
  { stock, deletes, productId }: How,
): Promise<ErrorInfo | null> =>
  propose(connectionId, {
    selection: productId === undefined ? { snapshotId } : { ids: [productId] },
    action: { kind: 'put-back', snapshotId, fields: null, stock, deletes },
  })
