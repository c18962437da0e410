import { Button, CloseButton } from '@mantine/core'
import { IconArrowBarToLeft, IconArrowBarToRight, IconTextCaption, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Picture } from '../../../electron/shared/product'
import { AltForAll } from './AltForAll'
import { Menu } from '../../overlays/Menu'
import classes from './MediaTab.module.css'
import { MenuAtPointer } from './MenuAtPointer'
import { usePictureMenuStore } from './picture-menu-store'
import { selectNothing, usePictureSelection } from './picture-selection'
import type { PictureMoves } from './use-picture-moves'

type Props = { pictures: readonly Picture[]; moves: PictureMoves; onSpoken: (text: string) => void }

/** How many pictures are selected, and what can be done with all of them. */
export function SelectedPictures({ pictures, moves, onSpoken }: Props) {
  const ids = usePictureSelection((selection) => selection.ids)
  const at = usePictureMenuStore(({ at: place }) => (place?.isOfMany ? place : null))
  const [isDescribing, setDescribing] = useState(false)
  const selected = pictures.filter(({ madeAs }) => ids.has(madeAs))
  const names = namesOf(selected)
  const count = selected.length
  useSpoken(count, onSpoken)
  if (count === 0) return null
  const clear = () => {
    const [first] = names
    selectNothing()
    if (first !== undefined) moves.focus(first)
  }
  const keys = {
    onKeyDown: (event: KeyboardEvent) => {
      if (isDescribing || at) return
      if (event.key === 'Escape') clear()
      else if (event.key === 'Delete' || event.key === 'Backspace') void moves.remove(names)
      else return
      event.preventDefault()
    },
  }
  const isFirst = names.every((name, n) => pictures[n]?.madeAs === name)
  const isLast = names.every((name, n) => pictures[pictures.length - count + n]?.madeAs === name)
  const acts: ActProps[] = [
    {
      name: 'Move to front',
      Icon: IconArrowBarToLeft,
      isOff: isFirst,
      onClick: () => void moves.toEnd(names, 'front'),
    },
    { name: 'Move to end', Icon: IconArrowBarToRight, isOff: isLast, onClick: () => void moves.toEnd(names, 'back') },
    { name: 'Alt text', Icon: IconTextCaption, onClick: () => setDescribing(true) },
    { name: 'Delete', Icon: IconTrash, title: 'Delete (Del)', onClick: () => void moves.remove(names) },
  ]
  return (
    <div role="toolbar" aria-label="Selected pictures" className={classes.selected} {...keys}>
      <span className={classes.selectedCount}>{selectedText(count)}</span>
      <span className={classes.acts}>
        {acts.map((act) => (
          <Act key={act.name} {...act} />
        ))}
      </span>
      <CloseButton size="sm" aria-label="Clear the selection" title="Clear the selection (Esc)" onClick={clear} />
      {at && (
        <MenuAtPointer x={at.x} y={at.y} label={`Actions for ${count} pictures`}>
          {acts.map(({ name, Icon, isOff, onClick }) => (
            <Menu.Item
              key={name}
              leftSection={<Icon size={16} />}
              disabled={isOff}
              color={name === 'Delete' ? 'var(--stock-danger-text)' : undefined}
              onClick={onClick}
            >
              {name}
            </Menu.Item>
          ))}
        </MenuAtPointer>
      )}
      {isDescribing && (
        <AltForAll
          pictures={selected}
          onClose={() => setDescribing(false)}
          onSave={(alt) => void moves.describeAll(namesOf(selected.filter((picture) => picture.alt !== alt)), alt)}
        />
      )}
    </div>
  )
}

const namesOf = (pictures: readonly Picture[]): string[] => pictures.map(({ madeAs }) => madeAs)

type ActProps = {
  name: string
  Icon: typeof IconTrash
  title?: string
  isOff?: boolean
  onClick: () => void
}

function Act({ name, Icon, title, isOff = false, onClick }: ActProps) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Icon size={14} aria-hidden />}
      title={title}
      disabled={isOff}
      onClick={onClick}
    >
      {name}
    </Button>
  )
}

const selectedText = (count: number): string => (count === 1 ? '1 picture selected' : `${count} pictures selected`)

/** The bar comes and goes; what is said of it does not. */
function useSpoken(count: number, onSpoken: (text: string) => void): void {
  const told = useRef(0)
  useEffect(() => {
    if (count === told.current) return
    told.current = count
    onSpoken(count === 0 ? 'No picture is selected.' : `${selectedText(count)}.`)
  }, [count, onSpoken])
}
