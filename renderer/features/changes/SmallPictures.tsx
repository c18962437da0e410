import { Button } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { PictureImage } from '../../components/PictureImage'
import { pictureSrc } from '../../../electron/shared/picture-src'
import classes from './changes.module.css'

type Props = { connectionId: string; sources: string[]; faded?: boolean }

const most = 8

/** Thumbnails in a row, all of them on request; the words beside them say what they are. */
export function SmallPictures({ connectionId, sources, faded = false }: Props) {
  const [isWhole, setWhole] = useState(false)
  const rest = isWhole ? 0 : sources.length - most
  return (
    <span className={classes.pictures} data-faded={faded}>
      {(isWhole ? sources : sources.slice(0, most)).map((source) => (
        <SmallPicture key={source} src={pictureSrc(connectionId, source)} />
      ))}
      {rest > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
          {rest} more
        </Button>
      )}
    </span>
  )
}

function SmallPicture({ src }: { src: string }) {
  const none = (
    <span className={classes.picture}>
      <IconPhoto size={18} aria-hidden />
    </span>
  )
  return <PictureImage className={classes.picture} src={src} alt="" loading="lazy" instead={none} />
}
