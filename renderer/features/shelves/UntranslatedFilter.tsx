import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { languageName } from '../../../electron/shared/language-name'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { Category } from '../../../electron/shared/store'
import { languagesOf } from '../../../electron/shared/store-languages'
import { showUntranslated, useCategoryViewStore } from '../../stores/category-view-store'
import { useStoreStore } from '../../stores/store-store'
import classes from './shelves.module.css'

/** Leaves the categories that miss a text in a language. A store with one language has nothing to translate. */
export function UntranslatedFilter({ categories }: { categories: readonly Category[] }) {
  const profile = useStoreStore(({ snapshot }) => snapshot?.profile ?? null)
  const value = useCategoryViewStore((view) => view.untranslated)
  const counts = useMemo(() => countsOf(categories), [categories])
  const [, ...others] = languagesOf(profile)
  if (others.length === 0) return null
  return (
    <div className={classes.filter}>
      <Select
        size="xs"
        aria-label="Translations of categories"
        placeholder="Translations: any"
        data={others.map((code) => ({
          value: code,
          label: `Missing in ${languageName(code)} (${formatNumber(counts.get(code) ?? 0)})`,
        }))}
        value={value}
        onChange={showUntranslated}
        clearable
        clearButtonProps={{ 'aria-label': 'Any translations' }}
      />
    </div>
  )
}

function countsOf(categories: readonly Category[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { untranslated = [] } of categories) {
    for (const language of untranslated) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return counts
}
