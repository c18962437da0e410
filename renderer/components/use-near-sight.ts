import { useCallback, useState, type RefCallback } from 'react'

/** So far out of sight an entry is drawn already, px: it is there before a wheel brings it. */
const ahead = 400

type Entry = { isNear: boolean; tell: (isNear: boolean) => void }
type Watch = { add: (element: Element, entry: Entry) => () => void }

/** One for each list, by the list. */
const watches = new WeakMap<Element, Watch>()

/**
 * Whether an entry of a long list is in sight or nearly so, or had the focus last: it may be on its way to another place, or have a menu
 * open. Of all others bare room is enough.
 */
export function useNearSight(isNearAtFirst: boolean): { isNear: boolean; ref: RefCallback<HTMLElement> } {
  const [isNear, setNear] = useState(isNearAtFirst)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      const list = element?.parentElement
      if (element && list) return watchOf(list).add(element, { isNear: isNearAtFirst, tell: setNear })
    },
    // Once it is watched, what was guessed at first no longer counts.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [],
  )
  return { isNear, ref }
}

function watchOf(list: Element): Watch {
  const watch = watches.get(list) ?? startWatching(list)
  watches.set(list, watch)
  return watch
}

function startWatching(list: Element): Watch {
  const entries = new Map<Element, Entry>()
  let held: Element | null = null
  const tell = (element: Element | null) => {
    const entry = element && entries.get(element)
    if (entry) entry.tell(entry.isNear || element === held)
  }
  const observer = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        const entry = entries.get(target)
        if (entry) entry.isNear = isIntersecting
        tell(target)
      }
    },
    // Only of the element that scrolls them does the margin count.
    { root: list.closest('[data-scroller]'), rootMargin: `${ahead}px` },
  )
  list.addEventListener('focusin', ({ target }) => {
    const before = held
    held = [...entries.keys()].find((element) => element.contains(target as Element)) ?? null
    tell(before)
    tell(held)
  })
  return {
    add: (element, entry) => {
      entries.set(element, entry)
      observer.observe(element)
      return () => {
        observer.unobserve(element)
        entries.delete(element)
      }
    },
  }
}
