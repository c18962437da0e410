import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core'
import { rectSortingStrategy, SortableContext, sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Picture } from '../../../electron/shared/product'
import type { ProductTarget } from '../../stores/product-action'
import { shareEqual } from '../../stores/share-equal'
import { IncomingCard } from './IncomingCard'
import classes from './MediaTab.module.css'
import { PictureCard } from './PictureCard'
import { arranged } from './picture-order'
import { usePictureMoves } from './use-picture-moves'

type Props = {
  target: ProductTarget
  pictures: readonly Picture[]
  /** Ids of pictures that are still being looked at. */
  incoming: readonly string[]
  canUpdate: boolean
  /** Text for screen readers. */
  onSpoken: (text: string) => void
}

// The same objects each time: the sensors are what every card depends on.
/** A click is no drag. */
const pointerOptions = { activationConstraint: { distance: 6 } }
const keyboardOptions = { coordinateGetter: sortableKeyboardCoordinates }

/** Every card stands for itself: news about one picture draws its card anew and no other. */
export function PictureGrid({ target, pictures, incoming, canUpdate, onSpoken }: Props) {
  const [order, setOrder] = useState<string[] | null>(null)
  const shown = useMemo(() => arranged(pictures, order), [pictures, order])
  const keys = useMemo(() => shown.map(({ key }) => key), [shown])
  const ids = useShared(shown.map(({ madeAs }) => madeAs))
  const grid = useRef<HTMLUListElement>(null)
  const focusNext = useRef<string | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, pointerOptions), useSensor(KeyboardSensor, keyboardOptions))
  const moves = usePictureMoves({
    target,
    pictures: shown,
    setOrder,
    focus: (madeAs) => (focusNext.current = madeAs),
    onSpoken,
  })

  // A moved element loses the focus, a deleted one passes it on.
  useEffect(() => {
    const id = focusNext.current
    if (id === null) return
    focusNext.current = null
    grid.current?.querySelector<HTMLElement>(`[data-picture="${CSS.escape(id)}"] [data-handle]`)?.focus()
  })

  const placeOf = (id: string | number | undefined) => ids.indexOf(String(id))

  function onDragEnd({ active, over }: DragEndEvent): void {
    const key = keys[placeOf(active.id)]
    const place = placeOf(over?.id)
    if (key !== undefined && place >= 0) void moves.arrange(key, place)
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{ announcements: announcements(placeOf, keys.length), screenReaderInstructions }}
    >
      <SortableContext items={ids} strategy={rectSortingStrategy} disabled={!canUpdate}>
        <ul ref={grid} className={classes.grid} aria-label="Pictures">
          {shown.map((picture, index) => (
            <PictureCard
              key={ids[index]}
              id={ids[index] ?? picture.key}
              connectionId={target.connectionId}
              picture={picture}
              place={index}
              count={shown.length}
              canUpdate={canUpdate}
              moves={moves}
            />
          ))}
          {incoming.map((id) => (
            <IncomingCard key={id} id={id} />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  )
}

/** The same list while the cards are the same, whatever their pictures are called by now: all cards heed it. */
function useShared(ids: string[]): string[] {
  const [shared, setShared] = useState(ids)
  const next = shareEqual(shared, ids)
  if (next !== shared) setShared(next)
  return next
}

const screenReaderInstructions = {
  draggable:
    'Press Space to pick the picture up, the arrow keys to move it and Space to put it down. Alt with an arrow key moves it one place.',
}

function announcements(placeOf: (id: string | number | undefined) => number, count: number): Announcements {
  const name = (id: string | number | undefined) => `place ${placeOf(id) + 1} of ${count}`
  return {
    onDragStart: ({ active }) => `Picked up the picture at ${name(active.id)}.`,
    onDragOver: ({ active, over }) => {
      if (!over) return 'It is over no place.'
      // Said right after picking up, it would drown that.
      return over.id === active.id ? undefined : `It would be ${name(over.id)}.`
    },
    onDragEnd: ({ over }) => (over ? `Put down at ${name(over.id)}.` : 'Put back where it was.'),
    onDragCancel: () => 'Put back where it was.',
  }
}
