import type { Announcements } from '@dnd-kit/core'
import { firstOf, movedTo } from './picture-order'
import { actedOn } from './picture-selection'

export const screenReaderInstructions = {
  draggable:
    'Press Space to pick the picture up, the arrow keys to move it and Space to put it down. Alt with an arrow key moves it one place. X selects it, Shift with an arrow key selects several, and these move together.',
}

type Id = string | number

/** What screen readers say of a picture that is moved, or of several. */
export function announcements(ids: readonly string[]): Announcements {
  const at = (id: Id, over: Id): string => {
    const names = actedOn(ids, String(id))
    const moved = movedTo(ids, names, String(id), ids.indexOf(String(over)))
    const first = firstOf(id === over ? ids : moved, names) + 1
    return names.length === 1 ? `place ${first} of ${ids.length}` : `places from ${first} of ${ids.length}`
  }
  const what = (id: Id): string => {
    const { length } = actedOn(ids, String(id))
    return length === 1 ? 'the picture' : `${length} pictures`
  }
  return {
    onDragStart: ({ active }) =>
      `Picked up ${what(active.id)} at place ${ids.indexOf(String(active.id)) + 1} of ${ids.length}.`,
    onDragOver: ({ active, over }) => {
      if (!over) return 'It is over no place.'
      // Said right after picking up, it would drown that.
      return over.id === active.id ? undefined : `It would be ${at(active.id, over.id)}.`
    },
    onDragEnd: ({ active, over }) => (over ? `Put down at ${at(active.id, over.id)}.` : 'Put back where it was.'),
    onDragCancel: () => 'Put back where it was.',
  }
}
