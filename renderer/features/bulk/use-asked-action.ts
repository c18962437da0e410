import { useEffect } from 'react'
import type { BulkAction } from '../../../electron/shared/bulk-action'
import type { PanelProps } from './AskBulk'

/** Tells what a panel asks for, when it is something else; null: it is not complete. */
export function useAskedAction(action: BulkAction | null, onAction: PanelProps['onAction']): void {
  // oxlint-disable-next-line react/exhaustive-deps -- what is asked for, not who hears of it
  useEffect(() => onAction(action), [JSON.stringify(action)])
}
