import { Button, Progress } from '@mantine/core'
import type { PictureUpload } from '../../../electron/shared/product'
import { notifyProblem } from '../../components/notify'
import { retryUpload } from '../../stores/picture-actions'
import type { ProductTarget } from '../../stores/product-action'
import { useUploadsStore } from '../../stores/uploads-store'
import classes from './media-lists.module.css'

type Props = { target: ProductTarget; change: PictureUpload; what: string; isReadOnly: boolean }

/** How far what was added here is on its way to the store. */
export function MediaStatus({ target, change, what, isReadOnly }: Props) {
  const { state, problem, changeId } = change
  const progress = useUploadsStore(
    ({ byConnection }) => byConnection[target.connectionId]?.find((each) => each.changeId === changeId)?.progress,
  )
  const isBad = state === 'refused' || state === 'conflict'
  const canRetry = !isReadOnly && (isBad || problem !== null)
  const percent = state === 'sending' && progress !== undefined ? Math.round(progress * 100) : null
  const retry = async () => {
    const failed = await retryUpload(target, changeId)
    if (failed) notifyProblem(failed)
  }
  return (
    <span className={classes.status} data-bad={isBad}>
      {problem ??
        (percent !== null ? `Uploading ${percent} %` : state === 'waiting' ? 'Waiting to be sent' : 'Being sent')}
      {percent !== null && <Progress w={80} value={percent} size="sm" aria-label={`Uploading ${what}`} />}
      {canRetry && (
        <Button variant="subtle" size="compact-xs" aria-label={`Try ${what} again`} onClick={() => void retry()}>
          Try again
        </Button>
      )}
    </span>
  )
}
