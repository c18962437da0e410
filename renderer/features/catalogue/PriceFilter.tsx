import { moneyOrNone } from '../../../electron/shared/fields/number-kinds'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import { useStoreStore } from '../../stores/store-store'
import { NumberFilter } from './NumberFilter'

/** By Ecwid's own filters of prices. */
export function PriceFilter({ label, filter }: { label: string; filter: 'priceFrom' | 'priceTo' }) {
  const value = useCatalogueStore((state) => state.filters[filter])
  const profile = useStoreStore((state) => state.snapshot?.profile ?? null)
  const number = moneyOrNone.typed?.(profile)
  return number && <NumberFilter {...{ label, number, value }} onChange={(next) => setFilters({ [filter]: next })} />
}
