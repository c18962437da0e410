import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { PictureJob, PictureVerdict } from '../../../electron/shared/picture-job'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { allFiles, assignFiles } from './job-actions'
import { countOf } from './job-text'
import classes from './file-rows.module.css'
import { clearSelection, pick, select, useReviewStore } from './review-store'

type Props = { job: PictureJob; verdict: PictureVerdict; search: string; total: number }

/** Deciding about many files at once. */
export function SelectionBar({ job, verdict, search, total }: Props) {
  const selected = useReviewStore((review) => review.selected)
  const [busy, setBusy] = useState(false)
  const all = async () => {
    setBusy(true)
    const files = await allFiles(job, verdict, search)
    select(
      files.map(({ id }) => id),
      true,
    )
    setBusy(false)
  }
  const ids = [...selected]
  const files = countOf(ids.length, 'file')
  return (
    <div className={classes.selection}>
      <Checkbox
        aria-label={`Select all ${formatNumber(total)} files`}
        checked={ids.length > 0 && ids.length >= total}
        indeterminate={ids.length > 0 && ids.length < total}
        disabled={busy}
        onChange={({ currentTarget }) => (currentTarget.checked ? void all() : clearSelection())}
      />
      <span className={classes.selectionText} aria-live="polite">
        {ids.length > 0 ? `${files} selected` : `${countOf(total, 'file')}`}
      </span>
      {ids.length > 0 && verdict === 'doubtful' && (
        <Button size="compact-sm" onClick={() => void assignFiles(job, ids, { kind: 'candidate' })}>
          Confirm {files}
        </Button>
      )}
      {ids.length > 0 && verdict !== 'leftOut' && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => pick({ fileIds: ids, name: files, hint: '' })}>
            Assign…
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void assignFiles(job, ids, { kind: 'leaveOut' })}>
            Leave out
          </Button>
        </>
      )}
      {ids.length > 0 && verdict === 'leftOut' && (
        <Button size="compact-sm" variant="default" onClick={() => void assignFiles(job, ids, { kind: 'automatic' })}>
          Bring back
        </Button>
      )}
    </div>
  )
}
