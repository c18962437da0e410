import { IconPhoto, IconPhotoOff } from '@tabler/icons-react'
import { PictureImage } from '../../components/PictureImage'
import { isJobFileSource, pictureSrc } from '../../../electron/shared/picture-src'
import { useThumbnail } from '../../stores/use-thumbnail'
import classes from './thumb.module.css'

type Props = {
  connectionId: string
  /** Empty: there is no picture. Null: there is a file that cannot be shown. */
  source: string | null
  size?: 'tiny' | 'small' | 'medium' | 'large'
  tone?: 'added' | 'removed' | 'plain'
  alt?: string
}

/** Of the shorter side: enough for displays with two pixels where others have one. */
const pixels = { tiny: 192, small: 192, medium: 192, large: 640 }

/** A small picture; the words beside it say what it is. */
export function Thumb({ connectionId, source, size = 'medium', tone = 'plain', alt = '' }: Props) {
  if (tone === 'removed') {
    return (
      <span className={classes.gone} data-size={size}>
        <Thumb connectionId={connectionId} source={source} size={size} alt={alt} />
      </span>
    )
  }
  const look = { className: classes.thumb, 'data-size': size, 'data-tone': tone }
  const address = source ? pictureSrc(connectionId, source) : ''
  if (!address) return <Sign {...look} alt={alt} isBroken={source === null} />
  return isJobFileSource(source ?? '') ? (
    <OfDisk look={look} address={address} side={pixels[size]} alt={alt} />
  ) : (
    <OfStore look={look} address={address} alt={alt} />
  )
}

type Look = { className: string | undefined; 'data-size': string; 'data-tone': string }

/** A file as it was dropped may have fifty megapixels: a small one is made of it. */
function OfDisk({ look, address, side, alt }: { look: Look; address: string; side: number; alt: string }) {
  const url = useThumbnail(address, side)
  if (url === undefined) return <span {...look} data-waits />
  if (url === null) return <Sign {...look} alt={alt} isBroken />
  return <img {...look} src={url} alt={alt} decoding="async" draggable={false} />
}

function OfStore({ look, address, alt }: { look: Look; address: string; alt: string }) {
  const broken = <Sign {...look} alt={alt} isBroken />
  return <PictureImage {...look} src={address} alt={alt} loading="lazy" instead={broken} />
}

function Sign({ alt, isBroken, ...look }: Look & { alt: string; isBroken: boolean }) {
  const Icon = isBroken ? IconPhotoOff : IconPhoto
  return (
    <span
      {...look}
      data-broken={isBroken || undefined}
      role={alt ? 'img' : undefined}
      aria-label={alt || undefined}
      title={isBroken ? 'This picture cannot be shown.' : undefined}
    >
      <Icon size={look['data-size'] === 'tiny' ? 14 : 18} stroke={1.5} aria-hidden />
    </span>
  )
}
