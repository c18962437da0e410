import { IconFolderPlus } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { tellNotAllowed } from '../../components/notify'
import { leftOutOfTextSentence } from '../../format/not-taken'
import { carriesFiles, isForPictures, isPictureOnText, leftOutOfText } from '../../stores/dropped-pictures'
import { isOwnDrag, markOwnDrags } from '../../stores/own-drags'
import { useShownJob } from '../../stores/picture-jobs-store'
import { isPlainTextPlace } from '../../stores/text-place'
import { useViewStore } from '../../stores/view-store'
import { scanFiles } from './job-actions'
import classes from './screen.module.css'
import { useWhyNot, whyNothingHere } from './why-nothing-here'

/**
 * Files and folders dropped where nothing else takes them are matched to products, and whatever else is dropped there is
 * answered. Places that take drops, a product's pictures or a row of the list, have said so by the time the event reaches
 * the window.
 */
export function DropAnywhere() {
  const connectionId = useViewStore((view) => view.connectionId)
  const isOnScreen = useViewStore((view) => view.screen === 'pictures')
  const shown = useShownJob()
  const whyNot = useWhyNot()
  const [isOver, setOver] = useState(false)

  const over = useEffectEvent((event: DragEvent) => {
    const { dataTransfer } = event
    const isOurs = dataTransfer !== null && !event.defaultPrevented && isForPictures(event)
    setOver(isOurs && carriesFiles(dataTransfer) && whyNot('dropped') === null)
    if (!isOurs) return
    // Without it the drop would not be told to the window.
    event.preventDefault()
    dataTransfer.dropEffect = 'copy'
  })
  const leave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false)
  })
  const drop = useEffectEvent((event: DragEvent) => {
    setOver(false)
    const { dataTransfer } = event
    if (event.defaultPrevented || !dataTransfer) return
    if (!isForPictures(event)) return tellLeftOut(event)
    event.preventDefault()
    const why = whyNot('dropped')
    if (why !== null || connectionId === null) return tellNotAllowed(why)
    const files = Array.from(dataTransfer.files)
    if (files.length === 0) return tellNotAllowed(whyNothingHere(dataTransfer))
    void scanFiles(connectionId, files, isOnScreen ? shown : null)
  })
  useEffect(() => {
    const unmark = markOwnDrags()
    window.addEventListener('dragenter', over)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      unmark()
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

/** Above a field of plain text. Without a word a picture's address would go in, or nothing. */
function tellLeftOut(event: DragEvent): void {
  const { dataTransfer, target } = event
  if (!dataTransfer || isOwnDrag(dataTransfer) || !isPlainTextPlace(target)) return
  const what = isPictureOnText(event) ? 'picture' : leftOutOfText(dataTransfer)
  if (what === null) return
  event.preventDefault()
  tellNotAllowed(leftOutOfTextSentence(what, 'dropped'))
}
