/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- the list scrolls, and its keys move the focus between rows that exist only while in view */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { PictureJob, PictureJobFile, PictureVerdict } from '../../../electron/shared/picture-job'
import { call } from '../../bridge'
import { EmptyNote } from '../../components/EmptyNote'
import { FileRow } from './FileRow'
import { useRevision } from './ProductRows'
import { ProductTargets } from './ProductTargets'
import classes from './file-rows.module.css'
import list from './list.module.css'
import { useReviewStore } from './review-store'
import { SelectionBar } from './SelectionBar'
import { usePaged } from '../../stores/use-paged'
import { useRowKeys } from './use-row-keys'

type Props = { job: PictureJob; verdict: PictureVerdict }

/** Files that will not be added as things stand, each with its reason and what can be done about it. */
export function FileRows({ job, verdict }: Props) {
  const { connectionId, id: jobId } = job
  const search = useReviewStore((review) => review.search)
  const named = useMemo(() => ({ connectionId, id: jobId }), [connectionId, jobId])
  const scroller = useRef<HTMLDivElement>(null)
  const { total, at, show, problem } = usePaged<PictureJobFile>(
    async (offset, limit) => {
      const answer = await call('pictureJobs.files', { connectionId, jobId, offset, limit, filter: verdict, search })
      return { total: answer.total, rows: answer.files }
    },
    `${jobId} ${verdict} ${search}`,
    useRevision(job),
  )
  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const rows = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 65,
    overscan: 6,
  })
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {}
  useEffect(() => show(startIndex, endIndex), [show, startIndex, endIndex])
  const onKeyDown = useRowKeys(total ?? 0, (index) => rows.scrollToIndex(index))

  if (problem) return <EmptyNote title="The files could not be read">{problem.message}</EmptyNote>
  if (total === 0) {
    return <EmptyNote title={search ? 'No file fits' : empty[verdict].title}>{empty[verdict].hint}</EmptyNote>
  }
  const canDecide = verdict === 'doubtful' || verdict === 'unmatched' || verdict === 'leftOut'
  return (
    <div className={classes.files}>
      <div className={classes.fileSide}>
        {canDecide && <SelectionBar job={job} verdict={verdict} total={total ?? 0} />}
        <div
          ref={scroller}
          className={list.scroller}
          // Rows that hold nothing to press are still scrolled by keyboard.
          tabIndex={canDecide ? undefined : 0}
          role="group"
          aria-label={labels[verdict]}
          onKeyDown={onKeyDown}
        >
          <ul className={list.rows} style={{ height: rows.getTotalSize() }}>
            {rows.getVirtualItems().map(({ index, start }) => (
              <FileRow
                key={index}
                ref={rows.measureElement}
                job={named}
                verdict={verdict}
                file={at(index)}
                index={index}
                total={total ?? 0}
                top={start}
                canDecide={canDecide}
              />
            ))}
          </ul>
        </div>
      </div>
      {(verdict === 'doubtful' || verdict === 'unmatched') && <ProductTargets job={job} total={total ?? 0} />}
    </div>
  )
}

const labels: Record<PictureVerdict, string> = {
  matched: 'Matched files',
  doubtful: 'Doubtful files',
  unmatched: 'Unmatched files',
  refused: 'Refused files',
  already: 'Files that are there already',
  leftOut: 'Files left out',
}

const empty: Record<PictureVerdict, { title: string; hint: string }> = {
  matched: { title: 'No file was matched', hint: '' },
  doubtful: {
    title: 'Nothing is doubtful',
    hint: 'Files that may belong to several products, or only nearly fit, wait here.',
  },
  unmatched: { title: 'Every file found its product', hint: 'Files whose names fit no product wait here.' },
  refused: { title: 'No file was refused', hint: 'Damaged files and those that are no pictures are listed here.' },
  already: { title: 'Nothing is there already', hint: 'Pictures that a product has already are not uploaded twice.' },
  leftOut: { title: 'You left nothing out', hint: 'Files you leave out are kept here, in case you change your mind.' },
}
