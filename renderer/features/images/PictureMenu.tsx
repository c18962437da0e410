import { ActionIcon, Menu, Modal } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconDots, IconStar, IconTrash, IconZoomIn } from '@tabler/icons-react'
import { useState } from 'react'
import { pictureSrc } from '../../../electron/shared/picture-src'
import type { Picture } from '../../../electron/shared/product'
import classes from './MediaTab.module.css'

type Props = {
  connectionId: string
  picture: Picture
  place: number
  count: number
  canUpdate: boolean
  onMove: (place: number) => void
  onRemove: () => void
}

/** What can be done with one picture. */
export function PictureMenu({ connectionId, picture, place, count, canUpdate, onMove, onRemove }: Props) {
  const [isLarge, setLarge] = useState(false)
  const name = picture.isMain ? 'main picture' : `picture ${place + 1}`
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon className={classes.menu} variant="default" aria-label={`Actions for ${name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconZoomIn size={16} />} onClick={() => setLarge(true)}>
            View larger
          </Menu.Item>
          {canUpdate && (
            <>
              <Menu.Item leftSection={<IconStar size={16} />} disabled={picture.isMain} onClick={() => onMove(0)}>
                Make main picture
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowLeft size={16} />}
                rightSection={<span className={classes.key}>Alt+←</span>}
                disabled={place === 0}
                onClick={() => onMove(place - 1)}
              >
                Move left
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowRight size={16} />}
                rightSection={<span className={classes.key}>Alt+→</span>}
                disabled={place === count - 1}
                onClick={() => onMove(place + 1)}
              >
                Move right
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                leftSection={<IconTrash size={16} />}
                rightSection={<span className={classes.key}>Del</span>}
                color="var(--stock-danger-text)"
                onClick={onRemove}
              >
                Delete
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={isLarge}
        onClose={() => setLarge(false)}
        size="xl"
        title={picture.alt || picture.fileName || 'Picture'}
      >
        <img className={classes.large} src={pictureSrc(connectionId, picture.full)} alt={picture.alt} />
      </Modal>
    </>
  )
}
