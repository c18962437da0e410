import { Button, Group, Progress, Text } from '@mantine/core'
import type { PictureUpload } from '../../../electron/shared/product'
import classes from './MediaTab.module.css'
import { uploadStateOf } from './upload-state'

type Props = {
  upload: PictureUpload
  progress: number | null
  /** The picture, for the buttons' names. */
  what: string
  readOnly: boolean
  onRetry: () => void
  onCancel: () => void
}

export function UploadStatus({ upload, progress, what, readOnly, onRetry, onCancel }: Props) {
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
            <Button variant="subtle" size="compact-xs" aria-label={`Try ${what} again`} onClick={onRetry}>
              Try again
            </Button>
          )}
          {canCancel && (
            <Button
              variant="subtle"
              size="compact-xs"
              color="gray"
              aria-label={`${cancelWord} ${what}`}
              onClick={onCancel}
            >
              {cancelWord}
            </Button>
          )}
        </Group>
      )}
    </div>
  )
}
