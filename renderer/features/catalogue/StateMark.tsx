import { IconAlertTriangle, IconArrowUp, IconClock, IconX } from '@tabler/icons-react'
import type { ProductState } from '../../../electron/shared/product-query'
import classes from './ProductGrid.module.css'

const marks = {
  waiting: { label: 'Waiting', title: 'Changes wait to be sent to the store', Icon: IconClock },
  sending: { label: 'Sending', title: 'Changes are being sent to the store', Icon: IconArrowUp },
  refused: { label: 'Refused', title: 'The store refused a change; open the product to see why', Icon: IconX },
  conflict: {
    label: 'Conflict',
    title: 'Changed here and in the store; open the product to choose',
    Icon: IconAlertTriangle,
  },
} satisfies Record<Exclude<ProductState, 'synced'>, unknown>

/** How the changes made here stand; nothing while the store has them all. */
export function StateMark({ state, isShort = false }: { state: ProductState; isShort?: boolean }) {
  if (state === 'synced') return null
  const { label, title, Icon } = marks[state]
  return (
    <span className={classes.state} data-state={state} title={title}>
      <Icon size={12} aria-hidden />
      <span className={isShort ? 'visually-hidden' : undefined}>{label}</span>
    </span>
  )
}
