/* oxlint-disable jsx-a11y/prefer-tag-over-role -- lines that are placed one by one, as far as they are in view, are no nested list */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import { languageName } from '../../../electron/shared/language-name'
import type { Category } from '../../../electron/shared/store'
import { EmptyNote } from '../../components/EmptyNote'
import { categoryRows, isSearch, type CategoryTree as Tree } from '../../format/category-rows'
import { useAccess } from '../../stores/access'
import { activateCategory, isTurnedOpen, useCategoryViewStore } from '../../stores/category-view-store'
import type { DroppedPictures } from '../../stores/dropped-pictures'
import { useViewStore } from '../../stores/view-store'
import { createPictureActs } from './category-picture-acts'
import classes from './shelves.module.css'
import { CategoryLine, lineId } from './CategoryLine'
import { useTreeDrag } from './use-tree-drag'
import { useTreeKeys } from './use-tree-keys'

const lineHeight = 34

export type TreeHandle = { focus: () => void }

/** Only the lines in view exist, however many categories there are. */
export function CategoryTree({ ref, tree }: { ref: Ref<TreeHandle>; tree: Tree }) {
  const scroller = useRef<HTMLDivElement>(null)
  const turned = useCategoryViewStore((view) => view.turned)
  const beginsOpen = useCategoryViewStore((view) => view.beginsOpen)
  const text = useCategoryViewStore((view) => view.text)
  const untranslated = useCategoryViewStore((view) => view.untranslated)
  const active = useCategoryViewStore((view) => view.active)
  const renaming = useCategoryViewStore((view) => view.renaming)
  const rows = useMemo(
    () => categoryRows(tree, (key) => isTurnedOpen({ turned, beginsOpen }, key), { text, untranslated }),
    [tree, turned, beginsOpen, text, untranslated],
  )
  const at = rows.findIndex(({ key }) => key === active)
  const hasPictures = useMemo(() => tree.categories.some(({ thumbnail }) => thumbnail !== undefined), [tree])

  // oxlint-disable-next-line react/incompatible-library -- what it returns is handed to nothing memoized
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 8,
  })
  const focus = useCallback(() => scroller.current?.focus({ preventScroll: true }), [])
  useImperativeHandle(ref, () => ({ focus }), [focus])
  const show = useCallback((index: number) => lines.scrollToIndex(index), [lines])
  useEffect(() => {
    if (at >= 0) show(at)
    // Where it came to stand, such as after a move.
  }, [at, show])

  const { canUpdate } = useAccess()
  const connectionId = useViewStore((view) => view.connectionId)
  const setPicture = ({ id, name }: Category, dropped: DroppedPictures) =>
    void createPictureActs({ connectionId: connectionId ?? '', categoryId: id, name }, () => {}).set(dropped)
  const pageLines = Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight)
  const onKeyDown = useTreeKeys({ rows, at, pageLines, tree, isSearch: isSearch({ text, untranslated }) })
  const drag = useTreeDrag(rows, tree, canUpdate && connectionId !== null ? setPicture : null)
  const items = lines.getVirtualItems().map(({ index }) => index)
  // The tree points at it by its id, also out of view.
  const drawn = at < 0 || items.includes(at) ? items : [...items, at]

  return (
    <div
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label="Categories"
      aria-activedescendant={at < 0 ? undefined : lineId(rows[at]?.key ?? 0)}
      className={classes.tree}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // A click has just chosen one.
        const { active: chosen } = useCategoryViewStore.getState()
        const isInSight = rows.some(({ key }) => key === chosen)
        if (event.target === event.currentTarget && !isInSight && rows[0]) activateCategory(rows[0].key)
      }}
      {...drag.handlers}
    >
      {rows.length === 0 && <NothingFound text={text} untranslated={untranslated} />}
      <div role="none" className={classes.lines} style={{ height: lines.getTotalSize() }}>
        {drawn.map((index) => {
          const row = rows[index]
          if (!row) return null
          return (
            <CategoryLine
              key={row.key}
              row={row}
              top={index * lineHeight}
              isActive={index === at}
              hasPictures={hasPictures}
              isRenaming={row.key === renaming}
              drop={drag.target?.key === row.key ? drag.target.where : null}
              onLeave={focus}
            />
          )
        })}
      </div>
    </div>
  )
}

function NothingFound({ text, untranslated }: { text: string; untranslated: string | null }) {
  if (untranslated === null || text.trim() !== '') {
    return <EmptyNote title="No category has these words">Search for other words.</EmptyNote>
  }
  return (
    <EmptyNote title="Nothing is missing">
      Every category says all of its texts in {languageName(untranslated)} as well.
    </EmptyNote>
  )
}
