import { IconFolderPlus, IconTableImport } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { tellNotAllowed } from '../../components/notify'
import { leftOutOfTextSentence } from '../../format/not-taken'
import { carriesFiles, isForPictures, isPictureOnText, leftOutOfText } from '../../stores/dropped-pictures'
import { carriesTable } from '../../stores/dropped-tables'
import { importTable, useImportsStore } from '../../stores/imports-store'
import { isOwnDrag, markOwnDrags } from '../../stores/own-drags'
import { useShownJob } from '../../stores/picture-jobs-store'
import { isPlainTextPlace } from '../../stores/text-place'
import { useViewStore } from '../../stores/view-store'
import { scanFiles } from './job-actions'
import classes from './screen.module.css'
import { useWhyNot, whyNothingHere } from './why-nothing-here'

/**
 * Files and folders dropped where nothing else takes them are matched to products, a table is imported, and whatever else is dropped
 * there is answered. Places that take drops, a product's pictures or a row of the list, have said so by the time the event reaches
 * the window.
 */
export function DropAnywhere() {
  const connectionId = useViewStore((view) => view.connectionId)
  const isOnScreen = useViewStore((view) => view.screen === 'pictures')
  const shown = useShownJob()
  const whyNot = useWhyNot()
  const [over, setOver] = useState<'pictures' | 'table' | null>(null)

  /** The dialog that asks for a table takes another one. */
  const whyNoTable = () => (useImportsStore.getState().isOpen ? null : whyNot('dropped'))

  const drag = useEffectEvent((event: DragEvent) => {
    const { dataTransfer } = event
    if (dataTransfer === null || event.defaultPrevented) return setOver(null)
    const isTable = !isOwnDrag(dataTransfer) && carriesTable(dataTransfer)
    const isOurs = isTable || isForPictures(event)
    const why = isTable ? whyNoTable() : whyNot('dropped')
    setOver(isOurs && carriesFiles(dataTransfer) && why === null ? (isTable ? 'table' : 'pictures') : null)
    if (!isOurs) return
    // Without it the drop would not be told to the window.
    event.preventDefault()
    dataTransfer.dropEffect = 'copy'
  })
  const leave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setOver(null)
  })
  const drop = useEffectEvent((event: DragEvent) => {
    setOver(null)
    const { dataTransfer } = event
    if (event.defaultPrevented || !dataTransfer) return
    const [table] = carriesTable(dataTransfer) && !isOwnDrag(dataTransfer) ? dataTransfer.files : []
    if (table) return dropTable(event, table, whyNoTable())
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
    window.addEventListener('dragenter', drag)
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      unmark()
      window.removeEventListener('dragenter', drag)
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])

  if (over === null) return null
  const isTable = over === 'table'
  return (
    <div className={classes.overlay} aria-hidden>
      {isTable ? <IconTableImport size={40} stroke={1.25} /> : <IconFolderPlus size={40} stroke={1.25} />}
      {isTable
        ? 'Import this table'
        : isOnScreen && shown?.state === 'review'
          ? 'Add to this upload'
          : 'Match these pictures to products'}
    </div>
  )
}

function dropTable(event: DragEvent, table: File, why: string | null): void {
  event.preventDefault()
  if (why === null) importTable(table)
  else tellNotAllowed(why)
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
