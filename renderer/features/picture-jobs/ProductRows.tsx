/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- the list scrolls, and its keys move the focus between rows that exist only while in view */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { PictureJob, PictureJobProduct } from '../../../electron/shared/picture-job'
import { call } from '../../bridge'
import { EmptyNote } from '../../components/EmptyNote'
import { assignFiles } from './job-actions'
import { ProductRow } from './ProductRow'
import list from './list.module.css'
import { useReviewStore } from './review-store'
import { useFileDrop } from './use-file-drop'
import { usePaged } from '../../stores/use-paged'
import { useRowKeys } from './use-row-keys'

/** Product by product: what it has, what will be added, what goes. */
export function ProductRows({ job }: { job: PictureJob }) {
  const { connectionId, id: jobId } = job
  const search = useReviewStore((review) => review.search)
  const scroller = useRef<HTMLDivElement>(null)
  const { total, at, show, problem } = usePaged<PictureJobProduct>(
    async (offset, limit) => {
      const question = { connectionId, jobId, offset, limit, filter: 'matched' as const, search }
      const { total, products } = await call('pictureJobs.products', question)
      return { total, rows: products }
    },
    `${jobId} ${search}`,
    useRevision(job),
  )
  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const rows = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 128,
    overscan: 4,
  })
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {}
  useEffect(() => show(startIndex, endIndex), [show, startIndex, endIndex])
  const onKeyDown = useRowKeys(total ?? 0, (index) => rows.scrollToIndex(index))
  const drop = useFileDrop((productId, files) => {
    void assignFiles(job, files, { kind: 'product', productId, variationId: null })
  })

  if (problem) return <EmptyNote title="The matches could not be read">{problem.message}</EmptyNote>
  if (total === 0) {
    return (
      <EmptyNote title={search ? 'No product fits' : 'No file was matched'}>
        {search
          ? 'Products are found by name and SKU, files by their names.'
          : 'Assign files to products under Doubtful and Unmatched, or describe your file names under Options.'}
      </EmptyNote>
    )
  }
  return (
    <div
      ref={scroller}
      className={list.scroller}
      role="group"
      aria-label="Products that get pictures"
      onKeyDown={onKeyDown}
      {...drop.handlers}
    >
      <ul className={list.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <ProductRow
            key={index}
            ref={rows.measureElement}
            connectionId={connectionId}
            index={index}
            total={total ?? 0}
            product={at(index)}
            top={start}
            isDropTarget={drop.productId !== null && at(index)?.productId === drop.productId}
          />
        ))}
      </ul>
    </div>
  )
}

/** Changes with the job and with each decision made here. */
export function useRevision(job: PictureJob): unknown {
  const revision = useReviewStore((review) => review.revision)
  const { counts, options, removals } = job
  return `${revision} ${JSON.stringify([counts, options, removals, job.state])}`
}
