import { useEffect } from 'react'
import { drafts } from './product-store'

/** What was typed is on disk before the window can go away. */
export function useDraftsOnDisk(): void {
  useEffect(() => {
    const flush = () => void drafts.flush()
    const events = ['blur', 'pagehide', 'beforeunload'] as const
    for (const name of events) window.addEventListener(name, flush)
    document.addEventListener('visibilitychange', flush)
    document.addEventListener('focusout', flush)
    return () => {
      for (const name of events) window.removeEventListener(name, flush)
      document.removeEventListener('visibilitychange', flush)
      document.removeEventListener('focusout', flush)
    }
  }, [])
}
