import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { isComposing } from '../../../components/keys'
import type { Variation } from '../../../stores/variation-edits'
import { putBack, typeInto } from './grid-edits'
import { closeEditor, noteTyped, type Editor } from './grid-store'
import type { VariationColumn } from '../../../format/variation-column'
import classes from './variations.module.css'

type Props = {
  variation: Variation
  column: VariationColumn
  label: string
  editor: Editor
  isWrong: boolean
}

/** The box of one value while something is typed into it. Each letter is in the draft, as everywhere in the form. */
export function CellEditor({ variation, column, label, editor, isWrong }: Props) {
  const [typed, setTyped] = useState(editor.latest.text)
  const input = useRef<HTMLInputElement>(null)
  const opened = useRef(editor)
  const type = (next: string) => {
    noteTyped(next)
    setTyped(next)
    typeInto(variation, column, next)
  }
  useEffect(() => {
    input.current?.focus({ preventScroll: true })
    if (!opened.current.isAnew) input.current?.select()
  }, [])

  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      putBack(variation, column, editor.before)
      // The table goes on with the keys.
      input.current?.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
      closeEditor()
    } else if (!leaves(event, editor.isAnew)) event.stopPropagation()
  }
  return (
    <input
      ref={input}
      className={classes.editor}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      list={column.choices.length > 0 ? `choices-${column.path}` : undefined}
      inputMode={column.align === 'right' ? 'decimal' : undefined}
      autoComplete="off"
      data-align={column.align}
      value={typed}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onKeyDown={press}
      onBlur={closeEditor}
    />
  )
}

/** Keys that the table answers, because they end the typing; while a value is typed anew, arrows do too. */
function leaves({ key, ctrlKey, metaKey }: KeyboardEvent, isAnew: boolean): boolean {
  if (key === 'Enter' || key === 'Tab') return true
  // Ctrl+S saves, F8 goes to the next problem.
  if (key === 'F8' || ((ctrlKey || metaKey) && key.toLowerCase() === 's')) return true
  return isAnew && (key === 'ArrowUp' || key === 'ArrowDown')
}
