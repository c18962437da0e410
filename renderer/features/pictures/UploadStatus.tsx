import { Button, Group, Progress, Text } from '@mantine/core'
import { memo } from 'react'
import type { UploadProgress } from '../../../electron/shared/transfers'
import type { PictureUpload } from '../../../electron/shared/product'
import { useUploadsStore } from '../../stores/uploads-store'
import classes from './MediaTab.module.css'
import { uploadStateOf } from './upload-state'
import type { PictureMoves } from './use-picture-moves'

type Props = {
  connectionId: string
  upload: PictureUpload
  /** The picture, for the buttons' names. */
  what: string
  moves: Pick<PictureMoves, 'retry' | 'cancel'>
  readOnly: boolean
}

export const UploadStatus = memo(function UploadStatus({ connectionId, upload, what, moves, readOnly }: Props) {
  const { changeId } = upload
  const progress = useUploadsStore(({ byConnection }) => progressOf(byConnection[connectionId], changeId))
  const { text, tone, percent, canRetry, canCancel } = uploadStateOf(upload, progress)
  // What was refused is not on its way any more.
  const cancelWord = tone === 'bad' ? 'Remove' : 'Cancel'
  return (
    <div className={classes.status} data-tone={tone}>
      {percent !== null && <Progress value={percent} size="sm" aria-label={`Uploading ${what}`} />}
      <Text size="xs">{text}</Text>
      {!readOnly && (canRetry || canCancel) && (
        <Group gap={4} className={classes.ways}>
          {canRetry && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`Try ${what} again`}
              onClick={() => void moves.retry(changeId)}
            >
              Try again
            </Button>
          )}
          {canCancel && (
            <Button
              variant="subtle"
              size="compact-xs"
              color="gray"
              aria-label={`${cancelWord} ${what}`}
              onClick={() => void moves.cancel(changeId)}
            >
              {cancelWord}
            </Button>
          )}
        </Group>
      )}
    </div>
  )
})

/** The few that are on the wire at a time. */
function progressOf(uploads: readonly UploadProgress[] | undefined, changeId: number): number | null {
  return uploads?.find((each) => each.changeId === changeId)?.progress ?? null
}
