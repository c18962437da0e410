import { useMemo } from 'react'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { useStoreStore } from '../../stores/store-store'
import { filterChips, type ChipContext, type FilterChip } from './filter-chips'

export function useChipContext(): ChipContext {
  const profile = useStoreStore((state) => state.snapshot?.profile ?? null)
  const categories = useStoreStore((state) => state.snapshot?.categories)
  return useMemo(() => ({ profile, categories: categories ?? [] }), [profile, categories])
}

export function useFilterChips(): FilterChip[] {
  const filters = useCatalogueStore((state) => state.filters)
  const context = useChipContext()
  return useMemo(() => filterChips(filters, context), [filters, context])
}
