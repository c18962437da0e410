import { IconAlertTriangle, IconArrowUp, IconClock, IconPencil, IconX } from '@tabler/icons-react'
import type { ProductRow, ProductState } from '../../electron/shared/product-query'
import classes from './state-mark.module.css'

const marks = {
  draft: { label: 'Not saved', title: 'Something typed is not saved; open it to go on', Icon: IconPencil },
  waiting: { label: 'Waiting', title: 'Changes wait to be sent to the store', Icon: IconClock },
  sending: { label: 'Sending', title: 'Changes are being sent to the store', Icon: IconArrowUp },
  refused: { label: 'Refused', title: 'The store refused a change; open the product to see why', Icon: IconX },
  conflict: {
    label: 'Conflict',
    title: 'Changed here and in the store; open the product to choose',
    Icon: IconAlertTriangle,
  },
} satisfies Record<Exclude<ProductState, 'synced'> | 'draft', unknown>

type Props = { row: Pick<ProductRow, 'state' | 'hasDraft'>; isShort?: boolean }

/** What is not saved, and how the changes made here stand; nothing while the store has them all. */
export function StateMark({ row: { state, hasDraft }, isShort = false }: Props) {
  return (
    <>
      {hasDraft && <Mark state="draft" isShort={isShort} />}
      {state !== 'synced' && <Mark state={state} isShort={isShort} />}
    </>
  )
}

function Mark({ state, isShort }: { state: keyof typeof marks; isShort: boolean }) {
  const { label, title, Icon } = marks[state]
  return (
    <span className={classes.state} data-state={state} title={title}>
      <Icon size={12} aria-hidden />
      <span className={isShort ? 'visually-hidden' : undefined}>{label}</span>
    </span>
  )
}
