import { ActionIcon, Text } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconDots, IconStar, IconTrash, IconZoomIn } from '@tabler/icons-react'
import { useState, type ComponentProps } from 'react'
import { PictureImage } from '../../components/PictureImage'
import { pictureSrc } from '../../../electron/shared/picture-src'
import type { Picture } from '../../../electron/shared/product'
import { Menu } from '../../overlays/Menu'
import { Modal } from '../../overlays/Modal'
import classes from './MediaTab.module.css'
import type { PictureMoves } from './use-picture-moves'

type Props = {
  connectionId: string
  picture: Picture
  place: number
  count: number
  canUpdate: boolean
  moves: PictureMoves
}

/** What can be done with one picture. A menu is made where one is asked for: hundreds of closed ones cost seconds. */
export function PictureMenu(props: Props) {
  const { connectionId, picture, place } = props
  const [isWanted, setWanted] = useState(false)
  const [isLarge, setLarge] = useState(false)
  const name = picture.isMain ? 'main picture' : `picture ${place + 1}`
  return (
    <>
      {isWanted ? (
        <OpenMenu {...props} name={name} onLarge={() => setLarge(true)} />
      ) : (
        <Dots name={name} aria-haspopup="menu" aria-expanded={false} onClick={() => setWanted(true)} />
      )}
      {isLarge && (
        <Modal opened onClose={() => setLarge(false)} size="xl" title={picture.alt || picture.fileName || 'Picture'}>
          <PictureImage
            className={classes.large}
            src={pictureSrc(connectionId, picture.full)}
            alt={picture.alt}
            instead={
              <Text c="dimmed">This picture cannot be shown. Its store cannot be reached, or has it no more.</Text>
            }
          />
        </Modal>
      )}
    </>
  )
}

function Dots({ name, ...props }: { name: string } & ComponentProps<'button'>) {
  return (
    <ActionIcon className={classes.menu} variant="default" aria-label={`Actions for ${name}`} {...props}>
      <IconDots size={16} />
    </ActionIcon>
  )
}

function OpenMenu({
  picture,
  place,
  count,
  canUpdate,
  moves,
  name,
  onLarge,
}: Props & { name: string; onLarge: () => void }) {
  const move = (to: number) => void moves.arrange(picture.key, to)
  return (
    <Menu position="bottom-end" withinPortal defaultOpened>
      <Menu.Target>
        <Dots name={name} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconZoomIn size={16} />} onClick={onLarge}>
          View larger
        </Menu.Item>
        {canUpdate && (
          <>
            <Menu.Item leftSection={<IconStar size={16} />} disabled={picture.isMain} onClick={() => move(0)}>
              Make main picture
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowLeft size={16} />}
              rightSection={<span className={classes.key}>Alt+←</span>}
              disabled={place === 0}
              onClick={() => move(place - 1)}
            >
              Move left
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowRight size={16} />}
              rightSection={<span className={classes.key}>Alt+→</span>}
              disabled={place === count - 1}
              onClick={() => move(place + 1)}
            >
              Move right
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconTrash size={16} />}
              rightSection={<span className={classes.key}>Del</span>}
              color="var(--stock-danger-text)"
              onClick={() => void moves.remove(picture.key)}
            >
              Delete
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
