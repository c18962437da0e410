import { Text } from '@mantine/core'
import { pictureSrc } from '../../../electron/shared/picture-src'
import type { Picture } from '../../../electron/shared/product'
import { PictureImage } from '../../components/PictureImage'
import { Modal } from '../../overlays/Modal'
import classes from './MediaTab.module.css'

type Props = { connectionId: string; picture: Picture; onClose: () => void }

export function LargePicture({ connectionId, picture, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} size="xl" title={picture.alt || picture.fileName || 'Picture'}>
      <PictureImage
        className={classes.large}
        src={pictureSrc(connectionId, picture.full)}
        alt={picture.alt}
        instead={
          <Text c="dimmed">This picture cannot be shown: the store cannot be reached, or no longer has it.</Text>
        }
      />
    </Modal>
  )
}
