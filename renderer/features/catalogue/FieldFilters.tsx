import { MultiSelect } from '@mantine/core'
import { filteredFields } from '../../../electron/shared/fields/listed-fields'
import { fieldOf, type ProductField } from '../../../electron/shared/fields/product-fields'
import type { FieldFilter } from '../../../electron/shared/product-query'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import { useStoreStore } from '../../stores/store-store'
import classes from './CatalogueToolbar.module.css'
import { turnedRange } from './filter-ranges'
import { NumberFilter } from './NumberFilter'

/** One filter for each field that lists are filtered by, as its kind allows: by values, or by a range. */
export function FieldFilters() {
  return filteredFields.map((field) => <FieldFilterOf key={field} field={field} />)
}

export function FieldFilterOf({ field }: { field: ProductField }) {
  const profile = useStoreStore((state) => state.snapshot?.profile ?? null)
  const { column, kind } = fieldOf(field)
  const number = kind.typed?.(profile)
  if (!number) return <ValuesFilter field={field} />
  return (
    <div className={classes.pair}>
      <RangeEnd field={field} end="from" label={`${column.title} from`} number={number} />
      <RangeEnd field={field} end="to" label={`${column.title} to`} number={number} />
    </div>
  )
}

function ValuesFilter({ field }: { field: ProductField }) {
  const [filter, change] = useFieldFilter(field)
  const { label, kind } = fieldOf(field)
  const values = filter.values ?? []
  return (
    <MultiSelect
      label={label}
      placeholder={values.length === 0 ? 'Any' : undefined}
      data={Object.entries(kind.choices).map(([value, name]) => ({ value, label: name }))}
      value={values}
      onChange={(chosen) => change({ values: chosen.length > 0 ? chosen : undefined })}
      clearable
      hidePickedOptions
    />
  )
}

type End = Pick<Parameters<typeof NumberFilter>[0], 'label' | 'number'> & { field: ProductField; end: 'from' | 'to' }

function RangeEnd({ field, end, ...look }: End) {
  const [filter, change] = useFieldFilter(field)
  const problem = end === 'to' ? turnedRange(filter.from, filter.to) : null
  return <NumberFilter {...look} {...{ problem }} value={filter[end]} onChange={(value) => change({ [end]: value })} />
}

/** What is asked of the field now, and how to ask something else; a filter that asks nothing is none. */
function useFieldFilter(field: ProductField): [FieldFilter, (part: Partial<FieldFilter>) => void] {
  const active = useCatalogueStore((state) => state.filters.fields) ?? []
  const filter = active.find((one) => one.field === field) ?? { field }
  const change = (part: Partial<FieldFilter>) => {
    const next = { ...filter, ...part }
    const others = active.filter((one) => one.field !== field)
    const asks = next.values !== undefined || next.from !== undefined || next.to !== undefined
    const all = asks ? [...others, next] : others
    setFilters({ fields: all.length > 0 ? all : undefined })
  }
  return [filter, change]
}
