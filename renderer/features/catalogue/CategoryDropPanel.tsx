/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- only a drag reaches it; the menu of a row has the same by keyboard */
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useMemo, useRef, useState, type DragEvent } from 'react'
import type { Category } from '../../../electron/shared/store'
import { productsText } from '../../../electron/shared/words/counts'
import { categoryRows, treeOf } from '../../format/category-rows'
import { carriesProducts, endDraggedProducts, productsIn, useDraggedProducts } from '../../stores/dragged-products'
import { useStoreStore } from '../../stores/store-store'
import { dropInCategory } from './add-to-category-store'
import classes from './category-drop.module.css'

const lineHeight = 32
/** A larger tree begins closed: a line opens when something rests above it. */
const openAtFirst = 200
const opensAfterMs = 600
const none: Category[] = []

/** The tree of categories beside the list, only while products are dragged: there are other ways for whoever does not drag. */
export const CategoryDropPanel = memo(function CategoryDropPanel() {
  const count = useDraggedProducts((state) => state.count)
  return count > 0 ? <Panel count={count} /> : null
})

function Panel({ count }: { count: number }) {
  const categories = useStoreStore((state) => state.snapshot?.categories) ?? none
  const tree = useMemo(() => treeOf(categories), [categories])
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const [over, setOver] = useState<number | null>(null)
  const rows = useMemo(
    () => categoryRows(tree, (key) => tree.categories.length <= openAtFirst || opened.has(key), { text: '' }),
    [tree, opened],
  )
  const scroller = useRef<HTMLDivElement>(null)
  const rest = useRef<ReturnType<typeof setTimeout> | null>(null)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 8,
  })

  const rowOf = ({ target }: DragEvent) => {
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined
    return rows.find((row) => String(row.key) === key)
  }
  function hover(key: number | null): void {
    if (key === over) return
    setOver(key)
    if (rest.current) clearTimeout(rest.current)
    rest.current =
      key === null ? null : setTimeout(() => setOpened((before) => new Set([...before, key])), opensAfterMs)
  }

  return (
    <div
      className={classes.panel}
      role="group"
      aria-label="Categories to drop on"
      onDragOver={(event) => {
        const row = carriesProducts(event) ? rowOf(event) : undefined
        hover(row?.key ?? null)
        if (!row) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) hover(null)
      }}
      onDrop={(event) => {
        const row = carriesProducts(event) ? rowOf(event) : undefined
        hover(null)
        if (row) {
          event.preventDefault()
          void dropInCategory(productsIn(event), row.category)
        }
        endDraggedProducts()
      }}
    >
      <div className={classes.title}>
        {count > 1 ? `Drop ${productsText(count)} on a category` : 'Drop on a category'}
      </div>
      <div ref={scroller} className={classes.lines}>
        <div style={{ position: 'relative', height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index }) => {
            const row = rows[index]
            return row ? (
              <div
                key={row.key}
                className={classes.line}
                data-key={row.key}
                data-over={row.key === over || undefined}
                data-hidden={row.isHidden || undefined}
                style={{ transform: `translateY(${index * lineHeight}px)`, paddingLeft: 12 + row.depth * 16 }}
              >
                {row.category.name}
                {row.hasChildren && !row.isOpen && <span aria-hidden> …</span>}
              </div>
            ) : null
          })}
        </div>
      </div>
    </div>
  )
}
