import { Button, Checkbox } from '@mantine/core'
import type { PictureAssignment, PictureJob, PictureVerdict } from '../../../electron/shared/picture-job'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { chosenCount } from './chosen-files'
import { assignFiles } from './job-actions'
import { countOf } from '../../../electron/shared/words/counts'
import classes from './file-rows.module.css'
import { pick, selectAll, selectedFiles, useReviewStore } from './review-store'

type Props = { job: PictureJob; verdict: PictureVerdict; total: number }

/** Deciding about many files at once. */
export function SelectionBar({ job, verdict, total }: Props) {
  const count = useReviewStore(({ selected }) => chosenCount(selected, total))
  const files = countOf(count, 'file')
  const assign = (to: PictureAssignment) => void assignFiles(job, selectedFiles(), to)
  return (
    <div className={classes.selection}>
      <Checkbox
        aria-label={`Select all ${formatNumber(total)} files`}
        checked={count > 0 && count >= total}
        indeterminate={count > 0 && count < total}
        onChange={({ currentTarget }) => selectAll(currentTarget.checked)}
      />
      <span className={classes.selectionText} aria-live="polite">
        {count > 0 ? `${files} selected` : `${countOf(total, 'file')}`}
      </span>
      {count > 0 && verdict === 'doubtful' && (
        <Button size="compact-sm" onClick={() => assign({ kind: 'candidate' })}>
          Confirm {files}
        </Button>
      )}
      {count > 0 && verdict !== 'leftOut' && (
        <>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => pick({ files: selectedFiles(), name: files, hint: '' })}
          >
            Assign…
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => assign({ kind: 'leaveOut' })}>
            Leave out
          </Button>
        </>
      )}
      {count > 0 && verdict === 'leftOut' && (
        <Button size="compact-sm" variant="default" onClick={() => assign({ kind: 'automatic' })}>
          Bring back
        </Button>
      )}
    </div>
  )
}
