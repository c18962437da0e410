import { IconArrowLeft, IconArrowRight, IconStar, IconTrash, IconZoomIn } from '@tabler/icons-react'
import type { Picture } from '../../../electron/shared/product'
import { Menu } from '../../overlays/Menu'
import classes from './MediaTab.module.css'
import { useMainVideo } from './use-main-video'
import type { PictureMoves } from './use-picture-moves'

export type PictureActs = {
  id: string
  picture: Picture
  place: number
  count: number
  canUpdate: boolean
  moves: PictureMoves
  onLarge: () => void
}

/** What can be done with one picture, in whichever menu. */
export function PictureItems({ id, picture, place, count, canUpdate, moves, onLarge }: PictureActs) {
  const hasMainVideo = useMainVideo()
  return (
    <>
      <Menu.Item leftSection={<IconZoomIn size={16} />} onClick={onLarge}>
        View larger
      </Menu.Item>
      {canUpdate && (
        <>
          <Menu.Item
            leftSection={<IconStar size={16} />}
            disabled={picture.isMain || hasMainVideo}
            onClick={() => void moves.arrange([id], id, 0)}
          >
            Make main picture
          </Menu.Item>
          {hasMainVideo && (
            <Menu.Label className={classes.why}>
              A video is the main one. Show it after the pictures first, in the list of videos.
            </Menu.Label>
          )}
          <Menu.Item
            leftSection={<IconArrowLeft size={16} />}
            rightSection={<span className={classes.key}>Alt+←</span>}
            disabled={place === 0}
            onClick={() => void moves.step([id], id, -1)}
          >
            Move left
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowRight size={16} />}
            rightSection={<span className={classes.key}>Alt+→</span>}
            disabled={place === count - 1}
            onClick={() => void moves.step([id], id, 1)}
          >
            Move right
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconTrash size={16} />}
            rightSection={<span className={classes.key}>Del</span>}
            color="var(--stock-danger-text)"
            onClick={() => void moves.remove([id])}
          >
            Delete
          </Menu.Item>
        </>
      )}
    </>
  )
}
