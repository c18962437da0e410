import { Select } from '@mantine/core'
import { languageName } from '../../../electron/shared/language-name'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { languagesOf } from '../../../electron/shared/store-languages'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import { useStoreStore } from '../../stores/store-store'

/** A store with one language has nothing to translate. */
export function TranslationsFilter() {
  const profile = useStoreStore((state) => state.snapshot?.profile ?? null)
  const value = useCatalogueStore((state) => state.filters.untranslated)
  const counts = useCatalogueStore((state) => state.facets?.untranslated)
  const [, ...others] = languagesOf(profile)
  if (others.length === 0) return null
  return (
    <Select
      label="Translations"
      placeholder="Any"
      data={others.map((code) => ({ value: code, label: `Missing in ${languageName(code)}${counted(counts, code)}` }))}
      value={value ?? null}
      onChange={(code) => setFilters({ untranslated: code ?? undefined })}
      clearable
      clearButtonProps={{ 'aria-label': 'Any translations' }}
    />
  )
}

/** Nothing while they are being counted. */
const counted = (counts: Readonly<Record<string, number>> | undefined, code: string): string =>
  counts ? ` (${formatNumber(counts[code] ?? 0)})` : ''
