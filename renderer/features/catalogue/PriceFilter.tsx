import { moneyOrNone } from '../../../electron/shared/fields/number-kinds'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import { useStoreStore } from '../../stores/store-store'
import { turnedRange } from './filter-ranges'
import { NumberFilter } from './NumberFilter'

/** By Ecwid's own filters of prices. */
export function PriceFilter({ label, filter }: { label: string; filter: 'priceFrom' | 'priceTo' }) {
  const value = useCatalogueStore((state) => state.filters[filter])
  const problem = useCatalogueStore(({ filters: { priceFrom, priceTo } }) => turnedRange(priceFrom, priceTo))
  const profile = useStoreStore((state) => state.snapshot?.profile ?? null)
  const number = moneyOrNone.typed?.(profile)
  const look = { label, value, problem: filter === 'priceTo' ? problem : null }
  return number && <NumberFilter {...look} number={number} onChange={(next) => setFilters({ [filter]: next })} />
}
