import { useEffect, useRef, useState, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { Thumb } from './Thumb'
import classes from './preview.module.css'

/** A rest of the pointer, not a passing. */
const afterMs = 350
const width = 320
const height = 344

type Shown = { source: string; name: string; left: number; top: number }

/** Shows what the pointer rests on larger: every element with `data-preview`, which names the source of its picture. */
export function PicturePreview({
  connectionId,
  within,
}: {
  connectionId: string
  within: RefObject<HTMLElement | null>
}) {
  const [shown, setShown] = useState<Shown | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const root = within.current
    if (!root) return
    const hide = () => {
      clearTimeout(timer.current)
      setShown(null)
    }
    const over = ({ target, buttons }: PointerEvent) => {
      const place = target instanceof Element ? target.closest<HTMLElement>('[data-preview]') : null
      hide()
      const { preview: source, name = '' } = place?.dataset ?? {}
      if (!place || !source || buttons !== 0) return
      timer.current = setTimeout(() => setShown({ source, name, ...beside(place) }), afterMs)
    }
    const ends = ['pointerdown', 'pointerleave', 'dragstart', 'keydown', 'wheel'] as const
    root.addEventListener('pointerover', over)
    for (const end of ends) root.addEventListener(end, hide, { passive: true })
    root.addEventListener('scroll', hide, { capture: true, passive: true })
    return () => {
      clearTimeout(timer.current)
      root.removeEventListener('pointerover', over)
      for (const end of ends) root.removeEventListener(end, hide)
      root.removeEventListener('scroll', hide, { capture: true })
    }
  }, [within])
  if (!shown) return null
  return createPortal(
    <div className={classes.preview} style={{ left: shown.left, top: shown.top }} aria-hidden>
      <Thumb connectionId={connectionId} source={shown.source} size="large" />
      <span className={classes.name}>
        <bdi>{shown.name}</bdi>
      </span>
    </div>,
    document.body,
  )
}

/** Right of the picture, or left of it where the window ends; never over it. */
function beside(place: HTMLElement): { left: number; top: number } {
  const { left, right, top } = place.getBoundingClientRect()
  const toRight = right + 12 + width <= innerWidth
  return {
    left: toRight ? right + 12 : Math.max(8, left - 12 - width),
    top: Math.max(8, Math.min(top - 8, innerHeight - height - 8)),
  }
}
