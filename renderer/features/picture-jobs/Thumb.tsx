import { IconPhotoOff } from '@tabler/icons-react'
import { useState } from 'react'
import { pictureSrc } from '../../../electron/shared/picture-src'
import classes from './thumb.module.css'

type Props = {
  connectionId: string
  source: string
  size?: 'small' | 'medium'
  tone?: 'added' | 'removed' | 'plain'
  alt?: string
}

/** A small picture; the words beside it say what it is. */
export function Thumb({ connectionId, source, size = 'medium', tone = 'plain', alt = '' }: Props) {
  const [missing, setMissing] = useState<string | null>(null)
  const look = { className: classes.thumb, 'data-size': size, 'data-tone': tone }
  if (missing === source) {
    return (
      <span {...look} role={alt ? 'img' : undefined} aria-label={alt || undefined}>
        <IconPhotoOff size={18} aria-hidden />
      </span>
    )
  }
  return (
    <img
      {...look}
      src={pictureSrc(connectionId, source)}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setMissing(source)}
    />
  )
}
