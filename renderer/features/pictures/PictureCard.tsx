import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { Badge } from '@mantine/core'
import { IconPhotoOff } from '@tabler/icons-react'
import { memo, type KeyboardEvent } from 'react'
import { PictureImage } from '../../components/PictureImage'
import { pictureSrc } from '../../../electron/shared/picture-src'
import type { Picture } from '../../../electron/shared/product'
import { AltText } from '../../components/AltText'
import { AltTranslation } from '../../components/AltTranslation'
import { useShownLanguages } from '../../stores/shown-languages'
import classes from './MediaTab.module.css'
import { PictureMenu } from './PictureMenu'
import { UploadStatus } from './UploadStatus'
import type { PictureMoves } from './use-picture-moves'

type Props = {
  id: string
  connectionId: string
  picture: Picture
  place: number
  count: number
  canUpdate: boolean
  moves: PictureMoves
}

export const PictureCard = memo(function PictureCard(props: Props) {
  const { id, picture, place, canUpdate, moves } = props
  const sortable = useSortable({ id })
  const { isDragging, transform, transition, setNodeRef } = sortable
  const languages = useShownLanguages()
  const { upload } = picture

  return (
    <li
      ref={setNodeRef}
      className={classes.card}
      data-picture={id}
      data-field={upload ? `change-${upload.changeId}` : undefined}
      data-main={picture.isMain}
      data-dragging={isDragging}
      data-bad={upload?.state === 'refused' || upload?.state === 'conflict'}
      style={{ transform: CSS.Transform.toString(transform), transition }}
    >
      <div className={classes.frame}>
        <Handle {...props} sortable={sortable} />
        {picture.isMain && (
          <Badge className={classes.main} variant="filled">
            Main
          </Badge>
        )}
        <PictureMenu {...props} />
      </div>
      {upload && (
        <UploadStatus
          connectionId={props.connectionId}
          upload={upload}
          what={picture.fileName ?? `picture ${place + 1}`}
          moves={moves}
          readOnly={!canUpdate}
        />
      )}
      <AltText
        pictureKey={picture.key}
        label={`Alt text of picture ${place + 1}`}
        value={picture.alt}
        readOnly={!canUpdate}
        onSave={moves.describe}
      />
      <AltTranslation
        {...languages}
        pictureKey={picture.key}
        label={`Alt text of picture ${place + 1}`}
        told={picture}
        readOnly={!canUpdate}
        onSave={(key, text) => void moves.translate(key, text)}
      />
    </li>
  )
})

/** The picture itself, which is also what it is moved by. */
function Handle(props: Props & { sortable: ReturnType<typeof useSortable> }) {
  const { connectionId, picture, place, count, canUpdate, moves, sortable } = props
  const { attributes, listeners, isDragging, setActivatorNodeRef } = sortable
  const label = `${picture.isMain ? 'Main picture' : `Picture ${place + 1}`} of ${count}${picture.alt ? `: ${picture.alt}` : ''}`

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
    if (event.altKey && step) {
      event.preventDefault()
      void moves.arrange(picture.key, place + step)
    } else if (event.key === 'Delete' && !isDragging) {
      event.preventDefault()
      void moves.remove(picture.key)
    } else {
      listeners?.onKeyDown?.(event)
    }
  }

  return (
    <button
      type="button"
      className={classes.thumbnail}
      data-handle
      disabled={!canUpdate}
      {...(canUpdate ? { ...attributes, ...listeners, onKeyDown } : {})}
      ref={setActivatorNodeRef}
      aria-label={label}
    >
      <Thumbnail key={picture.thumbnail} source={pictureSrc(connectionId, picture.thumbnail)} />
    </button>
  )
}

function Thumbnail({ source }: { source: string }) {
  const none = (
    <span className={classes.broken}>
      <IconPhotoOff size={28} stroke={1.2} aria-hidden />
      Not on this device
    </span>
  )
  return <PictureImage src={source} alt="" loading="lazy" instead={none} />
}
