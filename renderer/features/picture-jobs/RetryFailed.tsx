import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { retryFailed } from './job-actions'
import { countOf } from '../../../electron/shared/words/counts'

/** Tries the pictures again that could not be prepared or were refused; nothing where all went well. */
export function RetryFailed({ job }: { job: PictureJob }) {
  const { failed } = job.progress
  if (failed === 0) return null
  return (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconRefresh size={16} aria-hidden />}
      onClick={() => void retryFailed(job)}
    >
      Retry {countOf(failed, 'failed picture')}
    </Button>
  )
}
