import { create } from 'zustand'
import { pageSize } from './catalogue-pages'
import { useCatalogueStore } from './catalogue-store'

type Varied = { id: number; count: number }

type VariedProducts = {
  /** The question of the list that these are an answer to. */
  answered: number
  /** Products with variations by their places in the list, also where their page is forgotten by now: what stands below keeps its place. */
  byIndex: ReadonlyMap<number, Varied>
}

export const useVariedProducts = create<VariedProducts>(() => ({ answered: -1, byIndex: new Map() }))

function note({ pages, answered }: ReturnType<typeof useCatalogueStore.getState>): void {
  const known = useVariedProducts.getState()
  const byIndex = new Map(known.answered === answered ? known.byIndex : [])
  for (const [page, { rows }] of pages) {
    rows.forEach(({ id, variationCount }, at) => {
      const index = page * pageSize + at
      if (variationCount > 0) byIndex.set(index, { id, count: variationCount })
      else byIndex.delete(index)
    })
  }
  useVariedProducts.setState({ answered, byIndex })
}

note(useCatalogueStore.getState())
useCatalogueStore.subscribe((now, before) => {
  if (now.pages !== before.pages) note(now)
})
