import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
} from '@dnd-kit/core'
import {
  sortableKeyboardCoordinates,
  SortableContext,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { ActionIcon } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import classes from './options.module.css'

type Props = {
  ids: string[]
  /** What each is called, for those who hear it. */
  names: readonly string[]
  disabled: boolean
  onMove: (from: number, to: number) => void
  children: ReactNode
}

/** A click is no drag. */
const pointerOptions = { activationConstraint: { distance: 4 } }
const keyboardOptions = { coordinateGetter: sortableKeyboardCoordinates }

/** Lines below each other that are put into order by their handles. */
export function SortableLines({ ids, names, disabled, onMove, children }: Props) {
  const sensors = useSensors(useSensor(PointerSensor, pointerOptions), useSensor(KeyboardSensor, keyboardOptions))
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements: announcements(ids, names), screenReaderInstructions }}
      onDragEnd={({ active, over }) => {
        const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))]
        if (from >= 0 && to >= 0 && from !== to) onMove(from, to)
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={disabled}>
        {children}
      </SortableContext>
    </DndContext>
  )
}

const screenReaderInstructions = {
  draggable:
    'Press Space to pick it up, the arrow keys to move it and Space to put it down. Alt with an arrow key moves it one place.',
}

function announcements(ids: readonly string[], names: readonly string[]): Announcements {
  const placeOf = (id: string | number | undefined) => ids.indexOf(String(id))
  const place = (id: string | number | undefined) => `place ${placeOf(id) + 1} of ${ids.length}`
  return {
    onDragStart: ({ active }) => `Picked up ${names[placeOf(active.id)] ?? ''}, ${place(active.id)}.`,
    onDragOver: ({ active, over }) => {
      if (!over) return 'It is over no place.'
      return over.id === active.id ? undefined : `It would be ${place(over.id)}.`
    },
    onDragEnd: ({ over }) => (over ? `Put down at ${place(over.id)}.` : 'Put back where it was.'),
    onDragCancel: () => 'Put back where it was.',
  }
}

type Line = { ref: (element: HTMLElement | null) => void; style: CSSProperties; 'data-dragging': boolean }

/** What makes an element one of those lines, and its handle. */
export function useSortableLine(id: string): { line: Line; handle: Omit<HandleProps, 'name' | 'onStep'> } {
  const { attributes, listeners, isDragging, transform, transition, setNodeRef, setActivatorNodeRef } = useSortable({
    id,
  })
  const moved = transform ? `translate3d(0, ${transform.y}px, 0)` : undefined
  return {
    line: { ref: setNodeRef, style: { transform: moved, transition }, 'data-dragging': isDragging },
    handle: { attributes, listeners, activator: setActivatorNodeRef },
  }
}

type Sortable = ReturnType<typeof useSortable>
type HandleProps = Pick<Sortable, 'attributes' | 'listeners'> & {
  activator: Sortable['setActivatorNodeRef']
  name: string
  onStep: (by: 1 | -1) => void
}

export function Handle({ attributes, listeners, activator, name, onStep }: HandleProps) {
  return (
    <ActionIcon
      className={classes.handle}
      size="sm"
      variant="subtle"
      color="gray"
      data-handle
      {...attributes}
      {...listeners}
      ref={activator}
      aria-label={`Move ${name}`}
      onKeyDown={(event) => {
        if (!stepByKey(event, onStep)) listeners?.['onKeyDown']?.(event)
      }}
    >
      <IconGripVertical size={14} />
    </ActionIcon>
  )
}

/** Alt with an arrow key. True: it was that. */
export function stepByKey(event: KeyboardEvent, onStep: (by: 1 | -1) => void): boolean {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return false
  event.preventDefault()
  event.stopPropagation()
  onStep(event.key === 'ArrowUp' ? -1 : 1)
  return true
}
