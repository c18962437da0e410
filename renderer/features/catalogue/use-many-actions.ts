import type { BulkAction } from '../../../electron/shared/bulk-action'
import { tellNotAllowed, tellWhyNot } from '../../components/notify'
import { useAccess } from '../../stores/access'
import { askBulk, propose, type BulkPanel } from '../../stores/bulk-store'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { askExport } from '../../stores/exports-store'
import { pickedCount, pickedProducts, useProductSelection } from '../../stores/product-selection'

export type ManyActions = Record<
  | 'setField'
  | 'categories'
  | 'prices'
  | 'stock'
  | 'replace'
  | 'fill'
  | 'options'
  | 'enable'
  | 'hide'
  | 'remove'
  | 'exports',
  () => void
> & {
  canUpdate: boolean
  /** Why not. */
  reason: string | null
}

/** What can be done with the selected products. All of it is reviewed before anything is written. */
export function useManyActions(): ManyActions {
  const { canUpdate, reason } = useAccess()
  const whenAllowed = (act: () => void) => () => (canUpdate ? act() : tellNotAllowed(reason))
  const ask = (panel: BulkPanel) => whenAllowed(() => askFor(panel))
  const review = (action: BulkAction) => whenAllowed(() => void reviewAtOnce(action))
  return {
    canUpdate,
    reason,
    setField: ask('set'),
    categories: ask('categories'),
    prices: ask('prices'),
    stock: ask('stock'),
    replace: ask('replace'),
    fill: ask('fill'),
    options: ask('options'),
    enable: review({ kind: 'set', fields: { enabled: true } }),
    hide: review({ kind: 'set', fields: { enabled: false } }),
    remove: review({ kind: 'delete' }),
    exports: askExport,
  }
}

function askFor(panel: BulkPanel): void {
  const { connectionId, total } = useCatalogueStore.getState()
  const count = pickedCount(useProductSelection.getState().picked, total ?? 0)
  if (connectionId !== null && count > 0) askBulk({ connectionId, selection: pickedProducts(), count, panel })
}

async function reviewAtOnce(action: BulkAction): Promise<void> {
  const { connectionId } = useCatalogueStore.getState()
  if (connectionId === null) return
  tellWhyNot(await propose(connectionId, { selection: pickedProducts(), action }))
}
