import { create } from 'zustand'
import type { Events } from '../../electron/shared/contract'

type Revisions = {
  /** The last news about each connection's products: which ones changed, null = too many to name. */
  byConnection: Record<string, Events['catalogue.changed']>
}

/** Whoever shows products reads them again when the revision of their store goes up. */
export const useCatalogueRevisionStore = create<Revisions>(() => ({ byConnection: {} }))

export function noteCatalogue(news: Events['catalogue.changed']): void {
  useCatalogueRevisionStore.setState(({ byConnection }) => ({
    byConnection: { ...byConnection, [news.connectionId]: news },
  }))
}
