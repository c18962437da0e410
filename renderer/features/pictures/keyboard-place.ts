import type { KeyboardCoordinateGetter } from '@dnd-kit/core'
import { isArrow, noneBeside, placeBeside } from './place-beside'

/** The places of the pictures in their grid, drawn or not. */
export const placesIn = (grid: Element): HTMLElement[] => [
  ...grid.querySelectorAll<HTMLElement>(':scope > [data-picture]'),
]

export const cornersOf = (places: readonly HTMLElement[]) =>
  places.map(({ offsetLeft: left, offsetTop: top }) => ({ left, top }))

/** Where a picture that was picked up by keyboard goes with an arrow key: from place to place as it is read, whatever rows these make. */
export const placeByKey =
  (onSpoken: (text: string) => void): KeyboardCoordinateGetter =>
  (event, { context: { active, over, droppableRects, droppableContainers } }) => {
    if (!active || !isArrow(event.code)) return
    const card = droppableContainers.get(active.id)?.node.current
    const grid = card?.closest('[data-picture]')?.parentElement
    if (!grid) return
    event.preventDefault()
    const places = placesIn(grid)
    const at = places.findIndex(({ dataset }) => dataset['picture'] === String(over?.id ?? active.id))
    const next = placeBeside(event.code, at, cornersOf(places))
    if (next === null) {
      onSpoken(noneBeside[event.code])
      return
    }
    const place = places[next]
    const rect = droppableRects.get(place?.dataset['picture'] ?? '')
    if (!place || !rect) return
    const { left, top } = rect
    // Up and down the sensor itself scrolls.
    const isAcross = event.code === 'ArrowLeft' || event.code === 'ArrowRight'
    return { x: left, y: isAcross ? top - scrolledTo(place) : top }
  }

/** How far everything moved up for it. */
function scrolledTo(place: HTMLElement): number {
  const scroller = place.closest('[data-scroller]')
  const before = scroller?.scrollTop ?? 0
  place.scrollIntoView({ block: 'nearest' })
  return (scroller?.scrollTop ?? 0) - before
}
