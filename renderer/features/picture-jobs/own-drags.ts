/** Knows whether what is dragged over the window began in it: a row, a picture, a marked text. Those are no drops from outside. */
export function watchOwnDrags(): { isOwn: () => boolean; stop: () => void } {
  let own = false
  const begin = () => (own = true)
  const end = () => (own = false)
  // A drag whose element is gone, as a row scrolled away, ends without a word. The mouse moves again only after a drag.
  const free = (event: MouseEvent) => {
    if (event.buttons === 0) own = false
  }
  window.addEventListener('dragstart', begin)
  window.addEventListener('dragend', end)
  window.addEventListener('mousemove', free)
  return {
    isOwn: () => own,
    stop: () => {
      window.removeEventListener('dragstart', begin)
      window.removeEventListener('dragend', end)
      window.removeEventListener('mousemove', free)
    },
  }
}
