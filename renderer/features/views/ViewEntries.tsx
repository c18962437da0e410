import { useState, type KeyboardEvent } from 'react'
import type { KeptView } from '../../../electron/shared/kept-view'
import { useViewStore } from '../../stores/view-store'
import { useIsViewChanged, useOpenView } from '../../stores/views-store'
import { allProducts } from './all-products'
import { useDragOrder } from './use-drag-order'
import { moveWithUndo } from './view-acts'
import { ViewEntry } from './ViewEntry'
import classes from './views.module.css'

/** All products first, and the views in the order that their owner gives them, by the mouse or by Alt with an arrow key. */
export function ViewEntries({ views }: { views: readonly KeptView[] }) {
  const isCatalogue = useViewStore((view) => view.screen === 'catalogue')
  const open = useOpenView()
  const isChanged = useIsViewChanged(open?.connectionId ?? '')
  const [said, setSaid] = useState('')
  const move = (from: number, to: number) => {
    const view = views[from]
    if (!view || to < 0 || to >= views.length) return
    setSaid(`${view.name}, place ${to + 1} of ${views.length}.`)
    void moveWithUndo(view, from, to)
  }
  const { list, dropAt, dragOf } = useDragOrder(move)
  const keys = (at: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(at, event.key === 'ArrowUp' ? at - 1 : at + 1)
  }

  return (
    <>
      <ul ref={list} className={classes.list} aria-label="Views">
        <ViewEntry name={allProducts} view={null} isCurrent={isCatalogue && open === null} />
        {views.map((view, at) => (
          <ViewEntry
            key={view.id}
            name={view.name}
            view={view}
            isCurrent={isCatalogue && open?.id === view.id}
            isChanged={open?.id === view.id && isChanged}
            drop={dropAt(at)}
            drag={dragOf(at)}
            onKeyDown={keys(at)}
          />
        ))}
      </ul>
      <output className="visually-hidden">{said}</output>
    </>
  )
}
