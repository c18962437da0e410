import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core'
import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Picture } from '../../../electron/shared/product'
import type { ProductTarget } from '../../stores/product-action'
import { shareEqual } from '../../stores/share-equal'
import { announcements, screenReaderInstructions } from './drag-words'
import { IncomingCard } from './IncomingCard'
import { placeByKey, placesIn } from './keyboard-place'
import classes from './MediaTab.module.css'
import { PicturePlace } from './PicturePlace'
import { closePictureMenu } from './picture-menu-store'
import { arranged } from './picture-order'
import { actedOn, forgetGone, forgetSelection, noteMoving, usePictureSelection } from './picture-selection'
import { SelectedPictures } from './SelectedPictures'
import { usePictureKeys } from './use-picture-keys'
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

/** Every card stands for itself: news about one picture draws its card anew and no other. Those in sight are drawn. */
export function PictureGrid({ target, pictures, incoming, canUpdate, onSpoken }: Props) {
  const [order, setOrder] = useState<string[] | null>(null)
  const shown = useMemo(() => arranged(pictures, order), [pictures, order])
  const ids = useShared(shown.map(({ madeAs }) => madeAs))
  const last = shown.length - 1
  const isSelecting = usePictureSelection((selection) => selection.ids.size > 0)
  const { grid, wanted, focus } = useFocus()
  const [keyboardOptions] = useState(() => ({ coordinateGetter: placeByKey(onSpoken) }))
  const sensors = useSensors(useSensor(PointerSensor, pointerOptions), useSensor(KeyboardSensor, keyboardOptions))
  const moves = usePictureMoves({ target, pictures: shown, setOrder, focus, onSpoken })
  const keys = usePictureKeys({ order: ids, canUpdate, moves, onSpoken })
  useLayoutEffect(() => forgetGone(ids), [ids])
  useEffect(
    () => () => {
      forgetSelection()
      closePictureMenu()
    },
    [],
  )

  function onDragEnd({ active, over }: DragEndEvent): void {
    noteMoving(null)
    const name = String(active.id)
    const place = over ? ids.indexOf(String(over.id)) : -1
    if (place >= 0 && over?.id !== active.id) void moves.arrange(actedOn(ids, name), name, place)
  }

  return (
    <div className={classes.pictures}>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragStart={({ active }) => noteMoving(String(active.id))}
        onDragCancel={() => noteMoving(null)}
        onDragEnd={onDragEnd}
        accessibility={{ announcements: announcements(ids), screenReaderInstructions }}
      >
        <SortableContext items={ids} strategy={rectSortingStrategy} disabled={!canUpdate}>
          <ul ref={grid} className={classes.grid} aria-label="Pictures" data-selecting={isSelecting} {...keys}>
            {shown.map((picture, index) => (
              <PicturePlace
                key={ids[index]}
                id={ids[index] ?? picture.key}
                connectionId={target.connectionId}
                picture={picture}
                place={index}
                count={shown.length}
                canUpdate={canUpdate}
                moves={moves}
                // From outside the Tab key comes to the first and to the last.
                isEnd={index === 0 || index === last}
                isWanted={ids[index] === wanted}
              />
            ))}
            {incoming.map((id, index) => (
              <IncomingCard key={id} id={id} place={index} />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
      <SelectedPictures pictures={shown} moves={moves} onSpoken={onSpoken} />
    </div>
  )
}

/** A moved element loses the focus, a deleted one passes it on, and one that is far from sight is drawn for it first. */
function useFocus() {
  const grid = useRef<HTMLUListElement>(null)
  const next = useRef<string | null>(null)
  const [wanted, setWanted] = useState<{ name: string } | null>(null)
  useEffect(() => {
    const name = next.current
    if (name === null || !grid.current) return
    next.current = null
    const place = placesIn(grid.current).find(({ dataset }) => dataset['picture'] === name)
    place?.querySelector<HTMLElement>('[data-handle]')?.focus()
  })
  const focus = (name: string) => {
    next.current = name
    setWanted({ name })
  }
  return { grid, wanted: wanted?.name, focus }
}

/** The same list while the cards are the same, whatever their pictures are called by now: all cards heed it. */
function useShared(ids: string[]): string[] {
  const [shared, setShared] = useState(ids)
  const next = shareEqual(shared, ids)
  if (next !== shared) setShared(next)
  return next
}
