import { IconPhotoOff } from '@tabler/icons-react'
import { pictureSrc } from '../../../electron/shared/picture-src'
import type { Picture } from '../../../electron/shared/product'
import { PictureImage } from '../../components/PictureImage'
import classes from './MediaTab.module.css'

type Props = { connectionId: string; picture: Pick<Picture, 'thumbnail'> }

export function Thumbnail({ connectionId, picture: { thumbnail } }: Props) {
  const none = (
    <span className={classes.broken}>
      <IconPhotoOff size={28} stroke={1.2} aria-hidden />
      Not on this device
    </span>
  )
  return <PictureImage key={thumbnail} src={pictureSrc(connectionId, thumbnail)} alt="" loading="lazy" instead={none} />
}
