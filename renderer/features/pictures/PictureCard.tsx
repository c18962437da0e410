import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { Badge } from '@mantine/core'
import { memo, useState, type KeyboardEvent } from 'react'
import type { Picture } from '../../../electron/shared/product'
import { AltText } from '../../components/AltText'
import { AltTranslation } from '../../components/AltTranslation'
import { useShownLanguages } from '../../stores/shown-languages'
import { LargePicture } from './LargePicture'
import classes from './MediaTab.module.css'
import { PictureContextMenu, PictureMenu } from './PictureMenu'
import { usePictureSelection } from './picture-selection'
import { Thumbnail } from './Thumbnail'
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
  const isSelected = usePictureSelection(({ ids }) => ids.has(id))
  const isAlong = usePictureSelection(({ ids, moving }) => moving !== null && ids.has(moving) && ids.has(id))
  const [isLarge, setLarge] = useState(false)
  const { upload } = picture
  const name = picture.isMain ? 'main picture' : `picture ${place + 1}`

  return (
    <div
      ref={setNodeRef}
      className={classes.card}
      data-main={picture.isMain}
      data-selected={isSelected}
      data-dragging={isDragging}
      data-along={isAlong && !isDragging}
      data-bad={upload?.state === 'refused' || upload?.state === 'conflict'}
      style={{ transform: CSS.Transform.toString(transform), transition }}
    >
      <div className={classes.frame}>
        <Handle {...props} sortable={sortable} isSelected={isSelected} onLarge={() => setLarge(true)} />
        {canUpdate && (
          <input
            type="checkbox"
            className={classes.check}
            data-select
            aria-label={`Select ${name}`}
            checked={isSelected}
            // The click is the grid’s, which knows of Shift.
            onChange={() => {}}
          />
        )}
        {picture.isMain && (
          <Badge className={classes.main} variant="filled">
            Main
          </Badge>
        )}
        {isDragging && isAlong && <MovedCount />}
        <PictureMenu {...props} name={name} onLarge={() => setLarge(true)} />
        <PictureContextMenu {...props} name={name} onLarge={() => setLarge(true)} />
      </div>
      {isLarge && <LargePicture connectionId={props.connectionId} picture={picture} onClose={() => setLarge(false)} />}
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
    </div>
  )
})

function MovedCount() {
  const count = usePictureSelection(({ ids }) => ids.size)
  return count > 1 && <span className={classes.count}>{count}</span>
}

/** What screen readers say of a picture. */
export function pictureLabel(
  { picture, place, count }: Pick<Props, 'picture' | 'place' | 'count'>,
  isSelected = false,
): string {
  const name = `${picture.isMain ? 'Main picture' : `Picture ${place + 1}`} of ${count}`
  return `${name}${isSelected ? ', selected' : ''}${picture.alt ? `: ${picture.alt}` : ''}`
}

type HandleProps = Props & { sortable: ReturnType<typeof useSortable>; isSelected: boolean; onLarge: () => void }

/** The picture itself, which is also what it is moved by. Its clicks and most of its keys are the grid’s. */
function Handle({ sortable, isSelected, onLarge, ...props }: HandleProps) {
  const { connectionId, picture, canUpdate } = props
  const { attributes, listeners, setActivatorNodeRef } = sortable
  // With Ctrl it is selected, not picked up.
  const onKeyDown = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && listeners?.['onKeyDown']?.(event)
  return (
    <button
      type="button"
      className={classes.thumbnail}
      data-handle
      disabled={!canUpdate}
      {...(canUpdate ? { ...attributes, ...listeners, onKeyDown, onDoubleClick: onLarge } : {})}
      ref={setActivatorNodeRef}
      aria-label={pictureLabel(props, isSelected)}
    >
      <Thumbnail connectionId={connectionId} picture={picture} />
    </button>
  )
}
