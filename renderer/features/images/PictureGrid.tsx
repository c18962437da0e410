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
import { useEffect, useRef, useState } from 'react'
import type { Picture } from '../../../electron/shared/product'
import { notifyProblem } from '../../components/notify'
import { offerUndo } from '../../components/offer-undo'
import {
  cancelUpload,
  describePicture,
  orderPictures,
  removePicture,
  retryUpload,
  undoPictures,
  type PictureTarget,
} from '../../stores/picture-actions'
import type { IncomingPicture } from '../../stores/picture-store'
import { useUploadsStore } from '../../stores/uploads-store'
import { IncomingCard } from './IncomingCard'
import classes from './MediaTab.module.css'
import { PictureCard } from './PictureCard'
import { arranged, moved, stableNames, type Named } from './picture-order'

type Props = {
  target: PictureTarget
  pictures: Picture[]
  incoming: IncomingPicture[]
  canUpdate: boolean
  /** Text for screen readers. */
  onSpoken: (text: string) => void
}

const noUploads: never[] = []

export function PictureGrid({ target, pictures, incoming, canUpdate, onSpoken }: Props) {
  const [order, setOrder] = useState<string[] | null>(null)
  const shown = arranged(pictures, order)
  const keys = shown.map(({ key }) => key)
  const names = useStableNames(keys)
  const grid = useRef<HTMLUListElement>(null)
  const focusNext = useRef<string | null>(null)
  const uploads = useUploadsStore(({ byConnection }) => byConnection[target.connectionId] ?? noUploads)
  const sensors = useSensors(
    // A click is no drag.
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )

  // A moved element loses the focus, a deleted one passes it on.
  useEffect(() => {
    const id = focusNext.current
    if (id === null) return
    focusNext.current = null
    grid.current?.querySelector<HTMLElement>(`[data-picture="${CSS.escape(id)}"] [data-handle]`)?.focus()
  })

  const idOf = (key: string) => names.find((name) => name.key === key)?.id ?? key
  const placeOf = (id: string | number | undefined) => names.findIndex((name) => name.id === id)

  async function arrange(key: string, place: number): Promise<void> {
    const to = Math.max(0, Math.min(place, keys.length - 1))
    if (keys.indexOf(key) === to) return
    const next = moved(keys, key, to)
    setOrder(next)
    focusNext.current = idOf(key)
    onSpoken(to === 0 ? 'Picture is now the main picture.' : `Picture moved to place ${to + 1} of ${keys.length}.`)
    const { problem } = await orderPictures(target, next)
    setOrder((now) => (now === next ? null : now))
    if (problem) notifyProblem(problem)
  }

  async function remove(key: string): Promise<void> {
    const at = keys.indexOf(key)
    const neighbour = keys[at + 1] ?? keys[at - 1]
    focusNext.current = neighbour === undefined ? null : idOf(neighbour)
    const { problem, changeSetId } = await removePicture(target, key)
    if (problem) return notifyProblem(problem)
    onSpoken('Picture deleted.')
    if (changeSetId === null) return
    offerUndo({ message: 'Picture deleted', undo: () => undoPictures(target, changeSetId) })
  }

  async function describe(key: string, alt: string): Promise<void> {
    const { problem } = await describePicture(target, key, alt)
    if (problem) notifyProblem(problem)
  }

  const settle = (answer: ReturnType<typeof retryUpload>) =>
    void answer.then((problem) => problem && notifyProblem(problem))

  function onDragEnd({ active, over }: DragEndEvent): void {
    const key = names[placeOf(active.id)]?.key
    const place = placeOf(over?.id)
    if (key !== undefined && place >= 0) void arrange(key, place)
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{ announcements: announcements(placeOf, keys.length), screenReaderInstructions }}
    >
      <SortableContext items={names.map(({ id }) => id)} strategy={rectSortingStrategy} disabled={!canUpdate}>
        <ul ref={grid} className={classes.grid} aria-label="Pictures">
          {shown.map((picture, index) => (
            <PictureCard
              key={idOf(picture.key)}
              id={idOf(picture.key)}
              connectionId={target.connectionId}
              picture={picture}
              place={index}
              count={shown.length}
              canUpdate={canUpdate}
              progress={uploads.find(({ changeId }) => changeId === picture.upload?.changeId)?.progress ?? null}
              onMove={(place) => void arrange(picture.key, place)}
              onRemove={() => void remove(picture.key)}
              onDescribe={(alt) => void describe(picture.key, alt)}
              onRetry={(changeId) => settle(retryUpload(target, changeId))}
              onCancel={(changeId) => settle(cancelUpload(target, changeId))}
            />
          ))}
          {incoming.map((picture) => (
            <IncomingCard key={picture.id} picture={picture} />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  )
}

function useStableNames(keys: string[]): Named[] {
  const [names, setNames] = useState<Named[]>(() => stableNames([], keys))
  if (names.length === keys.length && names.every(({ key }, index) => key === keys[index])) return names
  const next = stableNames(names, keys)
  setNames(next)
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
