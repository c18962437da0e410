/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed one by one, as far as they are in view, are no table */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type CSSProperties, type MouseEvent } from 'react'
import type { Variation } from '../../../stores/variation-edits'
import { useFormState } from '../form-state'
import { goToTabs } from '../go-to-field'
import { CellNote, noteId } from './CellNote'
import { beginTyping, type Shown } from './grid-edits'
import { gridKeys } from './grid-keys'
import { noteTopRow } from './grid-pace'
import { goToCell, leaveGrid, rangeOf, showRow, useGridStore, type Place } from './grid-store'
import { createRowPool } from './row-pool'
import { useClipboard } from './use-clipboard'
import { useFollowedRows } from './use-followed-rows'
import { useWantedCell } from './use-wanted-cell'
import type { VariationColumn } from '../../../format/variation-column'
import { useVariationColumns } from './use-variation-columns'
import { cellPath } from './variation-errors'
import { cellId, VariationRow } from './VariationRow'
import classes from './variations.module.css'

const rowHeight = 48
const headerHeight = 34
const pictureWidth = 76

/** What each variation has of its own, to type into like a sheet. The rows in view exist, and the one that the keys act on. */
export function VariationGrid({ variations }: { variations: readonly Variation[] }) {
  const { readOnly } = useFormState()
  const scroller = useRef<HTMLDivElement>(null)
  const [pool] = useState(createRowPool)
  const chosen = useGridStore(({ columns }) => columns)
  const active = useGridStore((grid) => grid.active)
  const anchor = useGridStore((grid) => grid.anchor)
  const editor = useGridStore((grid) => grid.editor)
  const options = useMemo(() => optionsOf(variations), [variations])
  const all = useVariationColumns()
  const columns = useMemo(() => all.filter(({ path }) => chosen.includes(path)), [all, chosen])
  const shown: Shown = { variations, columns }
  useEffect(() => leaveGrid, [])
  useFollowedRows(variations)

  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const rows = useVirtualizer({
    count: variations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
  })
  const { startIndex: first = 0, endIndex: last = 0 } = rows.range ?? {}
  useEffect(() => noteTopRow(first), [first])
  const focus = () => scroller.current?.focus({ preventScroll: true })
  const moveTo = (place: Place, isRange = false) => {
    focus()
    goToCell(place, isRange)
    rows.scrollToIndex(place.row)
    requestAnimationFrame(() => showColumn(scroller.current, place))
  }
  useWantedCell(shown, moveTo)
  const shownRow = useGridStore((grid) => grid.shownRow)
  useEffect(() => {
    if (shownRow === null) return
    showRow(null)
    rows.scrollToIndex(shownRow, { align: 'center' })
  }, [shownRow, rows])
  useClipboard(scroller, shown, readOnly)

  const range = rangeOf({ active, anchor })
  const isInRange = (row: number) => row >= range.top && row <= range.bottom
  const shownRows = withActive(rows.getVirtualItems(), active.row, variations.length).flatMap((row) => {
    const variation = variations[row]
    return variation ? [{ id: variation.id, row, variation }] : []
  })
  const placed = pool.place(shownRows, rows.isScrolling)
  const at = { variation: variations[active.row], column: columns[active.column] }
  const point = (event: MouseEvent, isRange: boolean) => {
    const place = placeOf(event)
    if (!place || isInput(event)) return
    event.preventDefault()
    focus()
    goToCell(place, isRange)
  }
  return (
    <>
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label="Variations"
        aria-multiselectable
        aria-rowcount={variations.length + 1}
        aria-colcount={options.length + columns.length + 1}
        aria-activedescendant={at.variation && at.column ? cellId(active.row, active.column) : undefined}
        aria-describedby={noteId}
        className={classes.grid}
        style={widths(options, columns)}
        data-field={at.variation && at.column && cellPath(at.variation.id, at.column.path)}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget || isInput(event)) {
            gridKeys(event, { shown, readOnly, rowsInView: Math.max(1, last - first - 1), moveTo, leave })
          }
        }}
        onMouseDown={(event) => event.button === 0 && point(event, event.shiftKey)}
        onMouseMove={(event) => event.buttons === 1 && !editor && point(event, true)}
        onDoubleClick={(event) => placeOf(event) && !readOnly && !isInput(event) && beginTyping(shown, null)}
      >
        <Header options={options} columns={columns} />
        <div role="rowgroup" className={classes.rows} style={{ height: rows.getTotalSize() }}>
          {placed.map(({ row: { row, variation }, key }) => (
            <VariationRow
              key={key}
              {...{ variation, row, columns, options }}
              top={row * rowHeight}
              active={row === active.row ? active.column : -1}
              left={isInRange(row) ? range.left : -1}
              right={isInRange(row) ? range.right : -1}
              editor={editor?.variationId === variation.id ? editor : null}
            />
          ))}
        </div>
      </div>
      <Choices columns={columns} />
      <CellNote shown={shown} />
    </>
  )
}

/** An option of the variations: as wide as its longest choice, within reason. */
type Sized = { name: string; width: number; left: number }

function optionsOf(variations: readonly Variation[]): Sized[] {
  const longest = new Map<string, number>()
  for (const { options } of variations) {
    for (const { name, value } of options) {
      longest.set(name, Math.max(longest.get(name) ?? name.length, value.length))
    }
  }
  let left = 0
  return [...longest].map(([name, letters]) => {
    const width = Math.max(72, Math.min(24 + letters * 7, 160))
    left += width
    return { name, width, left: left - width }
  })
}

function Header({ options, columns }: { options: readonly Sized[]; columns: readonly VariationColumn[] }) {
  return (
    <div role="rowgroup" className={classes.header}>
      <div role="row" aria-rowindex={1} className={classes.heads}>
        <div role="columnheader" aria-colindex={1}>
          Picture
        </div>
        {options.map(({ name, left }, at) => (
          <div
            key={name}
            role="columnheader"
            aria-colindex={at + 2}
            className={classes.head}
            title={name}
            style={{ left }}
            data-sticks
            data-last={at === options.length - 1 || undefined}
          >
            {name}
          </div>
        ))}
        {columns.map(({ path, title, align }, at) => (
          <div
            key={path}
            role="columnheader"
            aria-colindex={options.length + at + 2}
            className={classes.head}
            data-align={align}
            data-box
          >
            {title}
          </div>
        ))}
      </div>
    </div>
  )
}

/** What can be typed where it is one of few words. */
function Choices({ columns }: { columns: readonly VariationColumn[] }) {
  return columns
    .filter(({ choices }) => choices.length > 0)
    .map(({ path, choices }) => (
      <datalist key={path} id={`choices-${path}`}>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </datalist>
    ))
}

/** Options stand at the left while the rest scrolls below them, so that their places are known. */
function widths(options: readonly Sized[], columns: readonly VariationColumn[]): CSSProperties {
  const rest = columns.reduce((sum, { width }) => sum + width, 0)
  const ofOptions = options.map(({ width }) => `minmax(${width}px, 1fr)`)
  const all = [`${pictureWidth}px`, ...ofOptions, ...columns.map(({ width }) => `${width}px`)]
  const sticky = options.reduce((sum, { width }) => sum + width, 0)
  const given = {
    '--columns': all.join(' '),
    '--options': ofOptions.join(' '),
    '--option-count': options.length,
    '--least': `${pictureWidth + sticky + rest + 8}px`,
    '--sticky': `${sticky}px`,
  }
  return given as CSSProperties
}

/** The row that the keys act on is always there, also out of view: the table points at it. */
function withActive(items: { index: number }[], active: number, count: number): number[] {
  const indexes = items.map(({ index }) => index)
  return indexes.includes(active) || active >= count ? indexes : [...indexes, active]
}

function placeOf({ target }: MouseEvent): Place | null {
  const box = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  const row = box?.closest<HTMLElement>('[data-row]')
  return box && row ? { row: Number(row.dataset.row), column: Number(box.dataset.column) } : null
}

const isInput = ({ target }: { target: EventTarget }): boolean => target instanceof HTMLInputElement

function showColumn(scroller: HTMLElement | null, { row, column }: Place): void {
  const box = document.getElementById(cellId(row, column))
  if (scroller && box) box.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Escape leaves the table as it leaves a text. */
function leave(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  goToTabs()
}
