/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- the list scrolls, and its keys move the focus between rows that exist only while in view */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { ProposedRow, ReviewView } from '../../../electron/shared/proposal'
import { call } from '../../bridge'
import { EmptyNote } from '../../components/EmptyNote'
import { useBulkStore } from '../../stores/bulk-store'
import { usePaged } from '../../stores/use-paged'
import type { ReviewedProposal } from './review-actions'
import { FieldHeading } from './FieldHeading'
import { ReviewRow } from './ReviewRow'
import classes from './review.module.css'
import { isHeading, linesOf } from './review-lines'
import { useFieldCounts } from './use-field-counts'

const rowHeight = 46
const headingHeight = 36

/** `whyNothing`: what is said where there is nothing to write at all. */
type Props = { proposal: ReviewedProposal; view: ReviewView; whyNothing?: string | null }

/** Edit by edit; only those in view exist. */
export function ReviewRows({ proposal, view, whyNothing = null }: Props) {
  const { connectionId, id: proposalId } = proposal
  const scroller = useRef<HTMLDivElement>(null)
  const revision = useBulkStore((state) => state.revision)
  const { total, at, show, problem } = usePaged<ProposedRow>(
    (offset, limit) => call('bulk.page', { connectionId, proposalId, view, offset, limit }),
    JSON.stringify([proposalId, view]),
    revision,
  )
  const fields = useFieldCounts(proposal, view)
  const lines = linesOf(total ?? 0, fields)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const rows = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (isHeading(lines.at(index)) ? headingHeight : rowHeight),
    overscan: 6,
  })
  useEffect(() => rows.measure(), [rows, fields])
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {}
  // A heading is no edit: one or two more are asked for than are in sight.
  useEffect(() => show(Math.max(0, startIndex - fields.length), endIndex), [show, startIndex, endIndex, fields])

  if (problem) return <EmptyNote title="The edits could not be read">{problem.message}</EmptyNote>
  if (total === 0) {
    if (!view.text && whyNothing) return <EmptyNote title="Nothing is to be changed">{whyNothing}</EmptyNote>
    const hint = view.text ? 'No edits of this kind for such products.' : 'There are no edits of this kind.'
    return <EmptyNote title="Nothing here">{hint}</EmptyNote>
  }
  return (
    <div
      ref={scroller}
      role="group"
      aria-label="Edits"
      className={classes.scroller}
      onKeyDown={(event) => moveFocus(event, scroller.current)}
    >
      <ul className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines.at(index)
          if (isHeading(line)) return <FieldHeading key={index} {...line} top={start} height={headingHeight} />
          return (
            <ReviewRow
              key={index}
              proposal={proposal}
              row={at(line.edit)}
              isFirst={view.by === 'field' || at(line.edit - 1)?.productId !== at(line.edit)?.productId}
              by={view.by}
              top={start}
              height={rowHeight}
            />
          )
        })}
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
