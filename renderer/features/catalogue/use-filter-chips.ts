import { useMemo } from 'react'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { useStoreWords } from '../../stores/store-words'
import { filterChips, type FilterChip } from './filter-chips'

export function useFilterChips(): FilterChip[] {
  const filters = useCatalogueStore((state) => state.filters)
  const words = useStoreWords()
  return useMemo(() => filterChips(filters, words), [filters, words])
}
