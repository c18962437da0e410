import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useState, type RefObject } from 'react'
import { call } from '../../../bridge'
import { dressAsTheWindow, lendTypefaces } from './preview-page'

type Frame = RefObject<HTMLIFrameElement | null>

/** Puts the HTML into the frame, which is as high as it, and tells how many of its pictures are not there. */
export function usePreviewFrame(frame: Frame, html: string): { missing: number; onLoad: () => void } {
  // An empty page until then; one that is moved is loaded again.
  const [loads, setLoads] = useState(0)
  const [missing, setMissing] = useState(0)
  const theme = useComputedColorScheme()

  useEffect(() => {
    const page = pageIn(frame)
    if (page) dressAsTheWindow(page)
  }, [frame, loads, theme])

  useEffect(() => {
    const [element, page] = [frame.current, pageIn(frame)]
    if (!page || !element) return
    lendTypefaces(page)
    const size = new ResizeObserver(() => (element.style.height = `${Math.ceil(page.body.offsetHeight)}px`))
    size.observe(page.body)
    page.addEventListener('click', followOutside)
    page.addEventListener('auxclick', followOutside)
    page.addEventListener('keydown', (event) => handOn(event, element))
    const settled = () => setMissing((before) => missingIn(page) ?? before)
    for (const type of ['load', 'error']) page.addEventListener(type, settled, { capture: true })
    return () => size.disconnect()
  }, [frame, loads])

  useEffect(() => {
    const page = pageIn(frame)
    if (page) page.body.innerHTML = html
  }, [frame, loads, html])

  return { missing: html.includes('<img') ? missing : 0, onLoad: () => setLoads((before) => before + 1) }
}

const pageIn = (frame: Frame): Document | null => frame.current?.contentDocument ?? null

/** How many have an address and nothing to show. Null: some are still on their way. */
function missingIn(page: Document): number | null {
  const pictures = [...page.images]
  const missing = pictures.filter(({ complete, naturalWidth }) => complete && naturalWidth === 0)
  for (const picture of pictures) picture.toggleAttribute('data-missing', missing.includes(picture))
  return pictures.every(({ complete }) => complete) ? missing.filter((each) => each.hasAttribute('src')).length : null
}

/** A link opens in the person's browser, never in the frame. */
function followOutside(event: MouseEvent): void {
  // Nodes of the frame are no instances of this window's classes.
  const link = (event.target as Element | null)?.closest?.('a')
  if (!link) return
  event.preventDefault()
  const url = link.getAttribute('href') ?? ''
  if (event.button < 2 && url.startsWith('https://')) void call('app.openExternal', { url }).catch(() => {})
}

/** The keys of the window work inside of the frame too. */
function handOn(event: KeyboardEvent, element: HTMLIFrameElement): void {
  if (!element.dispatchEvent(new KeyboardEvent('keydown', event))) event.preventDefault()
}
