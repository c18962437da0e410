import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, type ComponentType, type KeyboardEvent } from 'react'
import { ControlProblem } from './ControlProblem'
import type { ControlProps, PropsOf } from './control'
import { beginLine, useTextsInLines } from './fresh-line'
import { columnsOf, ListLine } from './ListLine'
import { movedTexts } from './moved-texts'
import { useFocusOfLine } from './use-focus-of-line'
import classes from './list-control.module.css'

type Props = PropsOf<'list'> & { Control: ComponentType<ControlProps> }

/** The entries of a list, one a line, each of their values by the control of its kind. */
export function ListControl({ Control, label, isLabelHidden, hint, error, onChange, ...props }: Props) {
  const shared = { ...props, texts: useTextsInLines(props.texts) }
  const { path, kind, value, saved, texts, readOnly } = shared
  const { list } = kind
  if (!list) throw new Error(`${path} has no entries.`)
  const field = useRef<HTMLFieldSetElement>(null)
  const focusAt = useFocusOfLine(field, value.length)
  const places = value.map((_, index) => index)

  /** The lines that stay, each by its place until now. */
  function arrange(order: readonly number[], focused: number, within?: string): void {
    focusAt(focused, within)
    onChange(
      order.map((index) => value[index] ?? {}),
      movedTexts(texts, path, order),
    )
  }
  function add(): void {
    focusAt(value.length)
    beginLine(`${path}.${value.length}`)
    onChange([...value, {}])
  }
  function move(index: number, by: 1 | -1): void {
    const others = places.filter((other) => other !== index)
    const order = [...others.slice(0, index + by), index, ...others.slice(index + by)]
    if (index + by in value) arrange(order, index + by)
  }
  function moveByKey(event: KeyboardEvent, index: number): void {
    if (!event.altKey || readOnly || !list?.isOrdered) return
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    move(index, event.key === 'ArrowUp' ? -1 : 1)
  }

  return (
    <fieldset className={classes.field} ref={field}>
      <legend className={isLabelHidden ? 'visually-hidden' : classes.legend}>{label}</legend>
      {hint && <p className={classes.quiet}>{hint}</p>}
      {value.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              {columnsOf(list).map(([name, { label: title }]) => (
                <th key={name} scope="col">
                  {title}
                </th>
              ))}
              {!readOnly && (
                <th scope="col">
                  <span className="visually-hidden">Actions</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {value.map((entry, index) => (
              <ListLine
                // A line has no name: its key is typed into it.
                key={index}
                {...shared}
                {...{ Control, list, entry, index }}
                savedEntry={saved[index] ?? {}}
                onEntry={(next, typed) =>
                  onChange(
                    list.settled(
                      value.map((each, place) => (place === index ? next : each)),
                      index,
                    ),
                    typed,
                  )
                }
                onKeyDown={(event) => moveByKey(event, index)}
                onMove={list.isOrdered ? (by) => move(index, by) : undefined}
                onRemove={() =>
                  arrange(
                    places.filter((other) => other !== index),
                    index,
                    // In a text, undo by the keys would mean what was typed before.
                    'button:not(:disabled)',
                  )
                }
              />
            ))}
          </tbody>
        </table>
      )}
      {readOnly && value.length === 0 && <p className={classes.quiet}>None.</p>}
      {!readOnly && (
        <Button
          className={classes.add}
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={add}
        >
          Add<span className="visually-hidden"> to {label}</span>
        </Button>
      )}
      <ControlProblem error={error} />
    </fieldset>
  )
}
