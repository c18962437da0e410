/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- the list scrolls, and its keys move the focus between rows that exist only while in view */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { ProposedRow, ReviewView } from '../../../electron/shared/proposal'
import { call } from '../../bridge'
import { EmptyNote } from '../../components/EmptyNote'
import { useBulkStore } from '../../stores/bulk-store'
import { usePaged } from '../../stores/use-paged'
import type { ReviewedProposal } from './review-actions'
import { ReviewRow } from './ReviewRow'
import classes from './review.module.css'

const rowHeight = 46

/** Edit by edit; only those in view exist. */
export function ReviewRows({ proposal, view }: { proposal: ReviewedProposal; view: ReviewView }) {
  const { connectionId, id: proposalId } = proposal
  const scroller = useRef<HTMLDivElement>(null)
  const revision = useBulkStore((state) => state.revision)
  const { total, at, show, problem } = usePaged<ProposedRow>(
    (offset, limit) => call('bulk.page', { connectionId, proposalId, view, offset, limit }),
    JSON.stringify([proposalId, view]),
    revision,
  )
  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const rows = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {}
  useEffect(() => show(startIndex, endIndex), [show, startIndex, endIndex])

  if (problem) return <EmptyNote title="The edits could not be read">{problem.message}</EmptyNote>
  if (total === 0) return <EmptyNote title="Nothing here">No edit is of this kind.</EmptyNote>
  return (
    <div
      ref={scroller}
      role="group"
      aria-label="Edits"
      className={classes.scroller}
      onKeyDown={(event) => moveFocus(event, scroller.current)}
    >
      <ul className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <ReviewRow
            key={index}
            proposal={proposal}
            row={at(index)}
            isFirst={view.by === 'field' || at(index - 1)?.productId !== at(index)?.productId}
            by={view.by}
            top={start}
            height={rowHeight}
          />
        ))}
      </ul>
    </div>
  )
}

/** The arrows go from tick to tick. */
function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(event.target instanceof HTMLInputElement)) return
  const ticks = [...(list?.querySelectorAll<HTMLInputElement>('input[data-edit]:not(:disabled)') ?? [])]
  const next = ticks[ticks.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}
