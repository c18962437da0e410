/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-tabindex -- rows that are placed one by one, as far as they are in view, are no table; what scrolls has to be scrolled by keyboard */
import { Tabs, UnstyledButton } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef, useState } from 'react'
import type { PictureJob, PictureReportRow, ReportOutcome } from '../../../electron/shared/picture-job'
import { jobFileSource } from '../../../electron/shared/picture-src'
import { call } from '../../bridge'
import { EmptyNote } from '../../components/EmptyNote'
import { Status } from '../../components/Status'
import { formatBytes } from '../../format/bytes'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { showProduct } from '../../stores/view-store'
import { FileName } from './FileName'
import { isUndone } from './job-text'
import { namesIn, outcomeTabs, outcomeWords, reportRevision, takenBack } from './report-words'
import { Thumb } from './Thumb'
import classes from './upload.module.css'
import { useOutcomeCounts } from './use-outcome-counts'
import { usePaged } from '../../stores/use-paged'

const rowHeight = 48

/** Every file with its outcome and why. */
export function ReportTable({ job }: { job: PictureJob }) {
  const [outcome, setOutcome] = useState<ReportOutcome | 'all'>('all')
  const revision = reportRevision(job)
  const counts = useOutcomeCounts(job, revision)
  const tabs = outcomeTabs(counts)
  const shown = outcome === 'all' || tabs.includes(outcome) ? outcome : 'all'
  return (
    <Tabs className={classes.report} value={shown} onChange={(value) => setOutcome((value ?? 'all') as ReportOutcome)}>
      <Tabs.List className={classes.tabList} aria-label="Files by outcome">
        <Tabs.Tab value="all">All files</Tabs.Tab>
        {tabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {outcomeWords[name].label} <span className={classes.tabCount}>{formatNumber(counts[name] ?? 0)}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={shown} className={classes.panel}>
        <Rows key={shown} job={job} outcome={shown === 'all' ? null : shown} revision={revision} />
      </Tabs.Panel>
    </Tabs>
  )
}

type RowsProps = { job: PictureJob; outcome: ReportOutcome | null; revision: string }

function Rows({ job, outcome, revision }: RowsProps) {
  const { connectionId, id: jobId } = job
  const isTakenBack = isUndone(job)
  const scroller = useRef<HTMLDivElement>(null)
  const { total, at, show, problem } = usePaged<PictureReportRow>(
    (offset, limit) => call('pictureJobs.report', { connectionId, jobId, offset, limit, outcome }),
    `${jobId} ${outcome}`,
    revision,
  )
  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const rows = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {}
  useEffect(() => show(startIndex, endIndex), [show, startIndex, endIndex])

  if (problem) return <EmptyNote title="The report could not be read">{problem.message}</EmptyNote>
  if (total === 0) return <EmptyNote title="No file has this outcome" />
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="table"
      aria-label="Files"
      aria-rowcount={(total ?? 0) + 1}
      tabIndex={0}
    >
      <div role="rowgroup" className={classes.tableHead}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          <span role="columnheader">File</span>
          <span role="columnheader">Product</span>
          <span role="columnheader">Outcome</span>
          <span role="columnheader" className={classes.size}>
            Size
          </span>
        </div>
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <Row
            key={index}
            connectionId={connectionId}
            jobId={jobId}
            row={at(index)}
            index={index}
            top={start}
            isTakenBack={isTakenBack}
          />
        ))}
      </div>
    </div>
  )
}

type RowProps = {
  connectionId: string
  jobId: number
  row: PictureReportRow | undefined
  index: number
  top: number
  isTakenBack: boolean
}

const Row = memo(function Row({ connectionId, jobId, row, index, top, isTakenBack }: RowProps) {
  const place = { transform: `translateY(${top}px)` }
  if (!row) {
    return (
      <div role="row" className={classes.row} data-index={index} style={place}>
        <span role="cell" className={classes.wait} />
      </div>
    )
  }
  const { label, tone } = isTakenBack && row.outcome === 'added' ? takenBack : outcomeWords[row.outcome]
  const { productId } = row
  const { fileName, folder } = namesIn(row.path)
  return (
    <div role="row" aria-rowindex={index + 2} className={classes.row} data-index={index} style={place}>
      <span role="cell" className={classes.fileCell}>
        <Thumb
          connectionId={connectionId}
          source={row.outcome === 'refused' ? null : jobFileSource(jobId, row.fileId)}
          size="small"
        />
        <span className={classes.path} title={row.path}>
          <FileName name={fileName} className={classes.fileName} />
          <span className={classes.folder}>{folder}</span>
        </span>
      </span>
      <span role="cell" className={classes.productCell}>
        {productId !== null && (
          <UnstyledButton className={classes.product} onClick={() => showProduct(productId, 'media')}>
            {row.productName}
          </UnstyledButton>
        )}
        {codesOf(row) && <span className={classes.sku}>{codesOf(row)}</span>}
      </span>
      <span role="cell" className={classes.outcomeCell}>
        <Status tone={tone} fz="xs">
          {label}
        </Status>
        {row.reason && (
          <span className={classes.why} title={row.reason}>
            {row.reason}
          </span>
        )}
      </span>
      <span role="cell" className={classes.size}>
        {formatBytes(row.bytes)}
      </span>
    </div>
  )
})

const codesOf = ({ sku, variation }: PictureReportRow): string =>
  variation ? [variation.label, variation.sku].filter(Boolean).join(' · ') : sku
