/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one, as far as they are in view, are no list of inputs */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { Line } from '../../../../../electron/shared/variations/generation'
import classes from './generate.module.css'

type Props = { lines: readonly Line[]; skipped: ReadonlySet<string>; onSkip: (skipped: ReadonlySet<string>) => void }

const rowHeight = 30

/** What would be made. A click or Space leaves a line out, or takes it in again; with Shift all from the one before. */
export function Preview({ lines, skipped, onSkip }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const [at, goTo] = useState(0)
  const active = Math.min(at, lines.length - 1)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  if (lines.length === 0) return null

  const toggle = (to: number, from = to) => {
    const range = lines.slice(Math.min(from, to), Math.max(from, to) + 1).filter(({ standing }) => standing !== 'there')
    const isSkipping = !skipped.has(lines[to]?.key ?? '')
    const next = new Set(skipped)
    for (const { key } of range) {
      if (isSkipping) next.add(key)
      else next.delete(key)
    }
    goTo(to)
    onSkip(next)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1, PageUp: -8, PageDown: 8, Home: -lines.length, End: lines.length }[
      event.key
    ]
    if (step === undefined && event.key !== ' ') return
    event.preventDefault()
    const next = Math.max(0, Math.min(active + (step ?? 0), lines.length - 1))
    if (step === undefined) return toggle(active)
    rows.scrollToIndex(next)
    if (event.shiftKey) toggle(next, active)
    else goTo(next)
  }
  const click = ({ target, shiftKey }: MouseEvent) => {
    const line = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
    if (line) toggle(Number(line.dataset.at), shiftKey ? active : undefined)
  }
  return (
    <div
      ref={scroller}
      className={classes.preview}
      role="listbox"
      tabIndex={0}
      aria-label="Variations to make"
      aria-multiselectable
      aria-activedescendant={`combination-${active}`}
      onKeyDown={press}
      onClick={click}
    >
      <div role="presentation" className={classes.lines} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          return (
            line && (
              // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the list has the focus and points at it
              <div
                key={line.key}
                id={`combination-${index}`}
                role="option"
                aria-selected={line.standing === 'new'}
                aria-disabled={line.standing === 'there' || undefined}
                aria-setsize={lines.length}
                aria-posinset={index + 1}
                className={classes.line}
                data-standing={line.standing}
                data-active={index === active || undefined}
                style={{ transform: `translateY(${start}px)` }}
                data-at={index}
              >
                <span className={classes.tick} aria-hidden>
                  {line.standing === 'new' ? '✓' : ''}
                </span>
                <span className={classes.label} title={line.label}>
                  {line.label}
                </span>
                <span className={classes.sku} title={line.sku}>
                  {line.standing === 'there' ? 'exists' : line.standing === 'skipped' ? 'skipped' : line.sku}
                </span>
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
