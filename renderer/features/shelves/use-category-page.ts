import { useEffect } from 'react'
import { endFreshLine } from '../../components/controls/fresh-line'
import { notifyDone } from '../../components/notify'
import { isDialogOpen } from '../../overlays/overlay-stack'
import { useCatalogueRevisionStore } from '../../stores/catalogue-revision-store'
import { useCommand } from '../../stores/command-store'
import { keepTyped, redoShelfEdit, refreshShelf, undoShelfEdit, useShelfStore } from '../../stores/shelf-store'

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

/** Once nothing typed is left to take back, undo means what was saved; what is typed is newer than what was undone elsewhere. */
export function useTypingUndo(): void {
  const hasSteps = useShelfStore(({ open }) => (open?.steps.length ?? 0) > 0)
  const hasUndone = useShelfStore(({ open }) => (open?.undone.length ?? 0) > 0)
  useCommand('undo-change', hasSteps ? undoShelfEdit : null)
  useCommand('redo-change', hasSteps || hasUndone ? redoOnPage : null)
}

function redoOnPage(): void {
  if (useShelfStore.getState().open?.undone.length) redoShelfEdit()
  else notifyDone('There is nothing to redo.')
}

/** Ctrl or Cmd+S saves. */
export function usePageKeys(save: (() => Promise<void>) | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isSave = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 's'
      if (!isSave || !save || isDialogOpen()) return
      event.preventDefault()
      endFreshLine()
      void save()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [save])
}
