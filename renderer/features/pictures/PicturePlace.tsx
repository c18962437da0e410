import { memo, type ComponentProps } from 'react'
import { useNearSight } from '../../components/use-near-sight'
import { useTurn } from '../../components/use-turn'
import classes from './MediaTab.module.css'
import { pictureLabel, PictureCard } from './PictureCard'
import { Thumbnail } from './Thumbnail'

/** Shown before it is known what is in sight. */
export const shownAtFirst = 16

type Props = ComponentProps<typeof PictureCard> & {
  /** It is shown wherever the others are. */
  isEnd: boolean
  /** It is about to have the focus. */
  isWanted: boolean
}

/**
 * Where a picture stands among hundreds: near sight it is shown at once and its card follows in its turn, elsewhere it is room that says what
 * it is.
 */
export const PicturePlace = memo(function PicturePlace({ isEnd, isWanted, ...card }: Props) {
  const { id, connectionId, picture, place } = card
  const { isNear, ref } = useNearSight(place < shownAtFirst)
  const isShown = isNear || isEnd || isWanted
  const hasTurn = useTurn(isShown)
  return (
    <li
      ref={ref}
      className={classes.place}
      data-picture={id}
      data-field={picture.upload ? `change-${picture.upload.changeId}` : undefined}
    >
      {hasTurn || isWanted ? (
        <PictureCard {...card} />
      ) : (
        <div className={classes.room} data-uploading={picture.upload !== null}>
          <div className={classes.frame}>
            {isShown && <Thumbnail connectionId={connectionId} picture={picture} />}
            <span className="visually-hidden">{pictureLabel(card)}</span>
          </div>
        </div>
      )}
    </li>
  )
})
