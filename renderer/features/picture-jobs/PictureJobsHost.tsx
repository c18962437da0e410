import { useEffect } from 'react'
import { preparePictures } from '../../stores/picture-preparer'
import { useShownJob } from '../../stores/picture-jobs-store'
import { DropAnywhere } from './DropAnywhere'
import { announcementOf } from './job-text'
import { usePasteAnywhere } from './use-paste-anywhere'

/** What goes on whichever screen is shown: preparing pictures, taking dropped folders, answering stray pastes, telling how far an upload is. */
export function PictureJobsHost() {
  const job = useShownJob()
  useEffect(preparePictures, [])
  usePasteAnywhere()
  return (
    <>
      <DropAnywhere />
      <output aria-live="polite" className="visually-hidden">
        {announcementOf(job)}
      </output>
    </>
  )
}
