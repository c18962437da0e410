import { MultiSelect } from '@mantine/core'
import { fieldOf, type ProductField } from '../../../electron/shared/fields/product-fields'
import { filteredFields } from '../../../electron/shared/product-query'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'

/** One filter for each field of a few values that lists are filtered by. */
export function FieldFilters() {
  return filteredFields.map((field) => <FieldFilter key={field} field={field} />)
}

function FieldFilter({ field }: { field: ProductField }) {
  const active = useCatalogueStore((state) => state.filters.fields) ?? []
  const { label, kind } = fieldOf(field)
  const values = active.find((one) => one.field === field)?.values ?? []
  const choose = (chosen: string[]) => {
    const others = active.filter((one) => one.field !== field)
    const next = chosen.length > 0 ? [...others, { field, values: chosen }] : others
    setFilters({ fields: next.length > 0 ? next : undefined })
  }
  return (
    <MultiSelect
      label={label}
      placeholder={values.length === 0 ? 'Any' : undefined}
      data={Object.entries(kind.choices).map(([value, name]) => ({ value, label: name }))}
      value={values}
      onChange={choose}
      clearable
      hidePickedOptions
    />
  )
}
