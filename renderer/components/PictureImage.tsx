import { useState, type ComponentProps, type ReactNode } from 'react'

type Props = Omit<ComponentProps<'img'>, 'onError'> & { src: string; alt: string; instead: ReactNode }

/** A picture, or what stands in its place while it cannot be had: without a line, or gone from the store. */
export function PictureImage({ instead, alt, ...props }: Props) {
  const [missing, setMissing] = useState<string | null>(null)
  if (missing === props.src) return instead
  return <img decoding="async" draggable={false} {...props} alt={alt} onError={() => setMissing(props.src)} />
}
