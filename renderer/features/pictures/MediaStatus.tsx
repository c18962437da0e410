import { Button } from '@mantine/core'
import type { PictureUpload } from '../../../electron/shared/product'
import { notifyProblem } from '../../components/notify'
import { retryUpload } from '../../stores/picture-actions'
import type { ProductTarget } from '../../stores/product-action'
import classes from './Videos.module.css'

type Props = { target: ProductTarget; change: PictureUpload; what: string; isReadOnly: boolean }

/** How far what was added here is on its way to the store. */
export function MediaStatus({ target, change, what, isReadOnly }: Props) {
  const { state, problem, changeId } = change
  const isBad = state === 'refused' || state === 'conflict'
  const canRetry = !isReadOnly && (isBad || problem !== null)
  const retry = async () => {
    const failed = await retryUpload(target, changeId)
    if (failed) notifyProblem(failed)
  }
  return (
    <span className={classes.status} data-bad={isBad}>
      {problem ?? (state === 'waiting' ? 'Waiting to be sent' : 'Being sent')}
      {canRetry && (
        <Button variant="subtle" size="compact-xs" aria-label={`Try ${what} again`} onClick={() => void retry()}>
          Try again
        </Button>
      )}
    </span>
  )
}
