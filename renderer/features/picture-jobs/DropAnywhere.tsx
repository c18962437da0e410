import { IconFolderPlus } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { tellNotAllowed } from '../../components/notify'
import { isDialogOpen } from '../../overlays/overlay-stack'
import { useAccess } from '../../stores/access'
import { useShownJob } from '../../stores/picture-jobs-store'
import { useViewStore } from '../../stores/view-store'
import { carriesFiles, carriesText, isTextPlace, whyNothingHere } from './dropped-elsewhere'
import { scanFiles } from './job-actions'
import { watchOwnDrags } from './own-drags'
import classes from './screen.module.css'

/**
 * Files and folders dropped where nothing else takes them are matched to products, and whatever else is dropped there is
 * answered. Places that take drops, a product's pictures or a row of the list, have said so by the time the event reaches
 * the window.
 */
export function DropAnywhere() {
  const connectionId = useViewStore((view) => view.connectionId)
  const isOnScreen = useViewStore((view) => view.screen === 'pictures')
  const { canUpdate, reason } = useAccess()
  const shown = useShownJob()
  const [isOver, setOver] = useState(false)
  const drags = useRef<ReturnType<typeof watchOwnDrags>>(null)

  const whyNot = (): string | null => {
    if (connectionId === null)
      return 'No store is open, so nothing was added. Connect or open a store and drop it again.'
    if (!canUpdate) return reason
    return isDialogOpen() ? 'A dialog is open, so nothing was added. Close it and drop it again.' : null
  }
  const isForUs = (event: DragEvent): boolean => {
    if (event.defaultPrevented || drags.current?.isOwn()) return false
    return carriesFiles(event) || (carriesText(event) && !isTextPlace(event.target))
  }
  const over = useEffectEvent((event: DragEvent) => {
    const isOurs = isForUs(event)
    setOver(isOurs && carriesFiles(event) && whyNot() === null)
    if (!isOurs) return
    // Without it the drop would not be told to the window.
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
  })
  const leave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false)
  })
  const drop = useEffectEvent((event: DragEvent) => {
    setOver(false)
    if (!isForUs(event) || !event.dataTransfer) return
    event.preventDefault()
    const why = whyNot()
    if (why !== null || connectionId === null) return tellNotAllowed(why)
    const files = Array.from(event.dataTransfer.files)
    if (files.length === 0) return tellNotAllowed(whyNothingHere(event.dataTransfer))
    void scanFiles(connectionId, files, isOnScreen ? shown : null)
  })
  useEffect(() => {
    drags.current = watchOwnDrags()
    window.addEventListener('dragenter', over)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      drags.current?.stop()
      window.removeEventListener('dragenter', over)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])

  if (!isOver) return null
  return (
    <div className={classes.overlay} aria-hidden>
      <IconFolderPlus size={40} stroke={1.25} />
      {isOnScreen && shown?.state === 'review' ? 'Add to this upload' : 'Match these pictures to products'}
    </div>
  )
}
