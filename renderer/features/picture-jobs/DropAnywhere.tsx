import { IconFolderPlus } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useAccess } from '../../stores/access'
import { useShownJob } from '../../stores/picture-jobs-store'
import { useViewStore } from '../../stores/view-store'
import { scanFiles } from './job-actions'
import classes from './screen.module.css'

/**
 * Files and folders dropped where nothing else takes them are matched to products. Places that do take them, a product's
 * pictures or a row of the list, have said so by the time the event reaches the window.
 */
export function DropAnywhere() {
  const connectionId = useViewStore((view) => view.connectionId)
  const isOnScreen = useViewStore((view) => view.screen === 'pictures')
  const { canUpdate } = useAccess()
  const shown = useShownJob()
  const [isOver, setOver] = useState(false)
  const isOffered = connectionId !== null && canUpdate

  const over = useEffectEvent((event: DragEvent) => {
    const isOurs = isOffered && carriesFiles(event) && !event.defaultPrevented && !isDialogOpen()
    setOver(isOurs)
    if (!isOurs) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
  })
  const leave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false)
  })
  const drop = useEffectEvent((event: DragEvent) => {
    setOver(false)
    if (!isOffered || !carriesFiles(event) || event.defaultPrevented || isDialogOpen()) return
    event.preventDefault()
    const files = Array.from(event.dataTransfer?.files ?? [])
    void scanFiles(connectionId, files, isOnScreen ? shown : null)
  })
  useEffect(() => {
    window.addEventListener('dragenter', over)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
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

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}
