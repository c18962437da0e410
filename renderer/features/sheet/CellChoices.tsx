/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the browser draws its own lists of options, and filters them by their beginnings */
import { useEffect, useRef } from 'react'
import type { OpenCell } from './CellEditor'
import classes from './sheet.module.css'

type Props = {
  id: string
  label: string
  choices: readonly string[]
  /** The one that the keys stand on; -1: none. */
  active: number
  place: OpenCell['place']
  onPick: (choice: string) => void
}

export const choiceId = (id: string, at: number): string => `${id}-${at}`

/** What can be typed into a cell, below its box, or above it where there is no room. */
export function CellChoices({ id, label, choices, active, place, onPick }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active])
  const isAbove = place.y > window.innerHeight - 300
  const vertical = isAbove ? { bottom: window.innerHeight - place.y } : { top: place.y + place.height }
  return (
    <div
      ref={list}
      role="listbox"
      id={id}
      aria-label={label}
      className={classes.choices}
      style={{ left: place.x, minWidth: place.width, ...vertical }}
    >
      {choices.map((choice, at) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are those of the box
        <div
          key={choice}
          role="option"
          id={choiceId(id, at)}
          aria-selected={at === active}
          className={classes.choice}
          // The box keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(choice)}
        >
          {choice}
        </div>
      ))}
    </div>
  )
}
