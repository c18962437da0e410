import { useEffect } from 'react'
import { isDialogOpen } from '../../overlays/overlay-stack'
import { useCatalogueRevisionStore } from '../../stores/catalogue-revision-store'
import { keepTyped, refreshShelf } from '../../stores/shelf-store'

/** Reads the page again when main says that something other than products changed. */
export function useShelfNews(connectionId: string): void {
  useEffect(
    () =>
      useCatalogueRevisionStore.subscribe(({ byConnection }, before) => {
        const news = byConnection[connectionId]
        if (!news || news === before.byConnection[connectionId]) return
        if (news.productIds === null || news.productIds.some((id) => id < 0)) void refreshShelf()
      }),
    [connectionId],
  )
}

/** What was typed is on its way to the disk before the window can go away. */
export function useKeptPage(): void {
  useEffect(() => {
    const events = ['blur', 'pagehide', 'beforeunload', 'focusout'] as const
    for (const name of events) window.addEventListener(name, keepTyped)
    return () => {
      keepTyped()
      for (const name of events) window.removeEventListener(name, keepTyped)
    }
  }, [])
}

/** Ctrl or Cmd+S saves. */
export function usePageKeys(save: (() => Promise<void>) | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isSave = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 's'
      if (!isSave || !save || isDialogOpen()) return
      event.preventDefault()
      void save()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [save])
}
