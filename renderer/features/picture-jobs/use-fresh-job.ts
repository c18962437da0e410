import { useThrottledValue } from '@mantine/hooks'
import { useEffect } from 'react'
import type { PictureJob } from '../../../electron/shared/picture-job'
import { useChangesStore } from '../../stores/changes-store'
import { refreshJob } from './job-actions'

/** An upload that has ended tells nothing by itself any more; while its report is shown, an undo is followed. */
export function useFreshJob({ connectionId, id }: PictureJob): void {
  const revision = useThrottledValue(
    useChangesStore((state) => state.revision),
    500,
  )
  useEffect(() => void refreshJob({ connectionId, id }), [connectionId, id, revision])
}
