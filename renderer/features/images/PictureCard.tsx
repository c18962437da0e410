import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { Badge } from '@mantine/core'
import { IconPhotoOff } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { pictureSrc } from '../../../electron/shared/picture-src'
import type { Picture } from '../../../electron/shared/product'
import { AltText } from './AltText'
import classes from './MediaTab.module.css'
import { PictureMenu } from './PictureMenu'
import { UploadStatus } from './UploadStatus'

type Props = {
  id: string
  connectionId: string
  picture: Picture
  place: number
  count: number
  canUpdate: boolean
  progress: number | null
  onMove: (place: number) => void
  onRemove: () => void
  onDescribe: (alt: string) => void
  onRetry: (changeId: number) => void
  onCancel: (changeId: number) => void
}

export function PictureCard(props: Props) {
  const { id, connectionId, picture, place, count, canUpdate, onMove, onRemove } = props
  const { attributes, listeners, isDragging, transform, transition, setNodeRef, setActivatorNodeRef } = useSortable({
    id,
  })
  const label = `${picture.isMain ? 'Main picture' : `Picture ${place + 1}`} of ${count}${picture.alt ? `: ${picture.alt}` : ''}`
  const { upload } = picture

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
    if (event.altKey && step) {
      event.preventDefault()
      onMove(place + step)
    } else if (event.key === 'Delete' && !isDragging) {
      event.preventDefault()
      onRemove()
    } else {
      listeners?.onKeyDown?.(event)
    }
  }

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
        {picture.isMain && (
          <Badge className={classes.main} variant="filled">
            Main
          </Badge>
        )}
        <PictureMenu {...props} />
      </div>
      {upload && (
        <UploadStatus
          upload={upload}
          progress={props.progress}
          what={picture.fileName ?? `picture ${place + 1}`}
          onRetry={() => props.onRetry(upload.changeId)}
          onCancel={() => props.onCancel(upload.changeId)}
          readOnly={!canUpdate}
        />
      )}
      <AltText value={picture.alt} place={place} readOnly={!canUpdate} onSave={props.onDescribe} />
    </li>
  )
}

function Thumbnail({ source }: { source: string }) {
  const [isBroken, setBroken] = useState(false)
  if (isBroken) {
    return (
      <span className={classes.broken}>
        <IconPhotoOff size={28} stroke={1.2} aria-hidden />
        Not on this device
      </span>
    )
  }
  return <img src={source} alt="" draggable={false} onError={() => setBroken(true)} />
}
