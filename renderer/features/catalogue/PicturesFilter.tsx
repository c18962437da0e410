import { SegmentedControl, Text } from '@mantine/core'
import { useId } from 'react'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import classes from './CatalogueToolbar.module.css'

export function PicturesFilter() {
  const value = useCatalogueStore((state) => state.filters.pictures)
  const labelId = useId()
  return (
    <div className={classes.choice}>
      <Text id={labelId} fw={500}>
        Pictures
      </Text>
      <SegmentedControl
        aria-labelledby={labelId}
        value={value ?? 'any'}
        onChange={(choice) =>
          setFilters({ pictures: choice === 'none' || choice === 'withoutAlt' ? choice : undefined })
        }
        data={[
          { value: 'any', label: 'Any' },
          { value: 'withoutAlt', label: 'No alt text' },
          { value: 'none', label: 'None' },
        ]}
      />
    </div>
  )
}
