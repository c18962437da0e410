import { SegmentedControl, Text } from '@mantine/core'
import { useId } from 'react'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import classes from './CatalogueToolbar.module.css'

type Props = { label: string; filter: 'enabled' | 'inStock' | 'onSale'; yes: string; no: string }

export function YesNoFilter({ label, filter, yes, no }: Props) {
  const value = useCatalogueStore((state) => state.filters[filter])
  const labelId = useId()
  return (
    <div className={classes.choice}>
      <Text id={labelId} fw={500}>
        {label}
      </Text>
      <SegmentedControl
        aria-labelledby={labelId}
        value={value === undefined ? 'any' : String(value)}
        onChange={(choice) => setFilters({ [filter]: choice === 'any' ? undefined : choice === 'true' })}
        data={[
          { value: 'any', label: 'Any' },
          { value: 'true', label: yes },
          { value: 'false', label: no },
        ]}
      />
    </div>
  )
}
