/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an HTML select takes no lines of two parts */
import type { KeyboardEvent, Ref } from 'react'
import type { ProductType } from '../../../electron/shared/store'
import { tellNotAllowed } from '../../components/notify'
import { StateMark } from '../../components/StateMark'
import { keyOf } from '../../format/category-rows'
import { useAccess } from '../../stores/access'
import { activateType, askAboutType, useTypeViewStore } from '../../stores/type-view-store'
import { focusPage } from './focus-page'
import classes from './shelves.module.css'
import { useTyped } from './use-typed'

/** The type whose page is open, whichever id it was chosen by. */
export function useActiveType(types: readonly ProductType[]): ProductType | undefined {
  const active = useTypeViewStore((view) => view.active)
  return types.find((type) => keyOf(type) === active || type.id === active)
}

const lineId = (id: number) => `product-type-${id}`

/** Arrows, Home and End choose, Enter goes to the page, Delete deletes. */
export function TypeList({ ref, types }: { ref: Ref<HTMLDivElement>; types: readonly ProductType[] }) {
  const active = useActiveType(types)
  const { canUpdate, reason } = useAccess()
  const at = types.findIndex(({ id }) => id === active?.id)

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Partial<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: types.length - 1,
    }
    const next = moves[event.key]
    const chosen = next === undefined ? undefined : types[Math.min(next, types.length - 1)]
    if (next !== undefined) activateType(chosen ? keyOf(chosen) : null)
    else if (event.key === 'Enter') focusPage()
    else if (event.key === 'Delete' && active && active.id !== 0) askToDelete()
    else return
    event.preventDefault()
  }

  function askToDelete(): void {
    if (canUpdate) askAboutType('delete')
    else tellNotAllowed(reason)
  }

  return (
    <div
      ref={ref}
      role="listbox"
      tabIndex={0}
      aria-label="Product types"
      aria-activedescendant={active && lineId(active.id)}
      className={classes.list}
      onKeyDown={press}
    >
      {types.map((type) => (
        <Line key={keyOf(type)} type={type} isActive={type.id === active?.id} />
      ))}
    </div>
  )
}

function Line({ type, isActive }: { type: ProductType; isActive: boolean }) {
  const { id, name, attributes } = type
  const hasDraft = useTyped('productType', keyOf(type))
  const count = attributes.length === 1 ? '1 attribute' : `${attributes.length} attributes`
  return (
    <div
      role="option"
      id={lineId(id)}
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.listLine}
      data-active={isActive || undefined}
      onClick={() => activateType(keyOf(type))}
      onKeyDown={() => {}}
    >
      <span className={classes.name} data-name>
        {name}
      </span>
      <StateMark row={{ state: 'synced', hasDraft }} isShort />
      <span className={classes.count}>{count}</span>
    </div>
  )
}
