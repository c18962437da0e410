/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- dragging is the mouse's way; its buttons do the same */
import { Button, Checkbox } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { memo, type Ref } from 'react'
import type { PictureJobFile, PictureVerdict } from '../../../electron/shared/picture-job'
import { jobFileSource } from '../../../electron/shared/picture-src'
import { formatBytes } from '../../format/bytes'
import { isChosen } from './chosen-files'
import { dragFiles } from './dragged-files'
import { assignFiles, type NamedJob } from './job-actions'
import { targetText } from './job-text'
import { FileName } from './FileName'
import classes from './file-rows.module.css'
import lines from './name-lines.module.css'
import list from './list.module.css'
import { pick, select, selectedWith, useReviewStore } from './review-store'
import { Thumb } from './Thumb'

type Props = {
  ref: Ref<HTMLLIElement>
  /** Nothing of it that changes with its news. */
  job: NamedJob
  verdict: PictureVerdict
  file: PictureJobFile | undefined
  index: number
  total: number
  top: number
  canDecide: boolean
}

/** Remembered: its buttons cost more than a scroll has time for. */
export const FileRow = memo(function FileRow(props: Props) {
  const { ref, job, verdict, file, index, total, top, canDecide } = props
  const isSelected = useReviewStore(({ selected }) => file !== undefined && isChosen(selected, file.id))
  return (
    <li
      ref={ref}
      className={classes.file}
      data-index={index}
      data-selected={isSelected || undefined}
      data-verdict={verdict}
      aria-setsize={total}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${top}px)` }}
      draggable={canDecide && file !== undefined}
      onDragStart={(event) => file && dragFiles(event, selectedWith(file.id), total)}
    >
      {canDecide && (
        <Checkbox
          data-primary
          aria-label={file ? `Select ${file.name}` : 'Select'}
          checked={isSelected}
          disabled={!file}
          onChange={({ currentTarget }) => file && select([file.id], currentTarget.checked)}
        />
      )}
      {file ? (
        <>
          <span
            className={classes.rowPicture}
            data-preview={verdict === 'refused' ? undefined : jobFileSource(job.id, file.id)}
            data-name={file.name}
          >
            <Thumb
              connectionId={job.connectionId}
              source={verdict === 'refused' ? null : jobFileSource(job.id, file.id)}
              size="small"
            />
          </span>
          <span className={`${lines.fileAbout} ${classes.names}`}>
            <FileName name={file.name} className={lines.fileTitle} />
            <span className={lines.fileDetail}>{detailOf(file)}</span>
          </span>
          <span className={classes.why} data-verdict={verdict}>
            {[file.reason, file.note].filter(Boolean).join('. ')}
            {file.warning && (
              <span className={classes.warning}>
                <IconAlertTriangle size={14} aria-hidden /> {file.warning}
              </span>
            )}
          </span>
          <span className={classes.decide} data-wide={file.candidates.length > 0 || undefined}>
            <Decisions job={job} file={file} verdict={verdict} />
          </span>
        </>
      ) : (
        <span className={list.wait} />
      )}
    </li>
  )
})

function Decisions({ job, file, verdict }: { job: NamedJob; file: PictureJobFile; verdict: PictureVerdict }) {
  const about = { 'aria-description': file.name }
  const assign = (to: Parameters<typeof assignFiles>[2]) => void assignFiles(job, { ids: [file.id] }, to)
  if (verdict === 'leftOut') {
    return (
      <Button {...about} size="compact-sm" variant="default" onClick={() => assign({ kind: 'automatic' })}>
        Bring back
      </Button>
    )
  }
  if (verdict !== 'doubtful' && verdict !== 'unmatched') return null
  return (
    <>
      {file.candidates.slice(0, 3).map((candidate) => {
        const { productId, variation } = candidate
        return (
          <Button
            key={`${productId} ${variation?.id}`}
            {...about}
            size="compact-sm"
            variant="default"
            className={classes.candidate}
            title={`Assign to ${targetText(candidate)}`}
            leftSection={
              <span
                className={classes.rowPicture}
                data-preview={candidate.thumbnail ?? undefined}
                data-name={candidate.productName}
              >
                <Thumb connectionId={job.connectionId} source={candidate.thumbnail ?? ''} size="tiny" />
              </span>
            }
            rightSection={<IconCheck size={14} aria-hidden />}
            onClick={() => assign({ kind: 'product', productId, variationId: variation?.id ?? null })}
          >
            <bdi className={classes.candidateName}>{targetText(candidate)}</bdi>
          </Button>
        )
      })}
      <Button
        {...about}
        size="compact-sm"
        variant="default"
        onClick={() => pick({ files: { ids: [file.id] }, name: file.name, hint: stem(file.name) })}
      >
        {file.candidates.length > 0 ? 'Other…' : 'Assign…'}
      </Button>
      <Button {...about} size="compact-sm" variant="subtle" color="gray" onClick={() => assign({ kind: 'leaveOut' })}>
        Leave out
      </Button>
    </>
  )
}

function detailOf({ folder, bytes, width, height }: PictureJobFile): string {
  const size = width > 0 ? `${width} × ${height}` : ''
  return [folder, formatBytes(bytes), size].filter(Boolean).join(' · ')
}

const stem = (name: string) => name.replace(/\.[^.]+$/, '')
