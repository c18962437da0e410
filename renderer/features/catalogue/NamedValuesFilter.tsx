import { Group, MultiSelect, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Facets } from '../../../electron/shared/product-query'
import { optionsThatHold } from '../../format/options-that-hold'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'

type Props = {
  label: string
  filter: 'attributes' | 'options'
  /** Undefined while they are being counted. */
  facets: Facets['attributes'] | undefined
}

/** First a name, such as Brand, then one or more of its values. */
export function NamedValuesFilter({ label, filter, facets }: Props) {
  const active = useCatalogueStore((state) => state.filters[filter]) ?? []
  const [begun, setBegun] = useState<string | null>(null)
  const isBegun = begun !== null && !active.some(({ name }) => name === begun)
  const shown = isBegun ? [...active, { name: begun, values: [] }] : active
  const names = (facets ?? []).map(({ name }) => name).filter((name) => !shown.some((one) => one.name === name))

  const setValues = (name: string, values: string[]) => {
    const at = active.findIndex((one) => one.name === name)
    const next =
      at < 0 ? [...active, { name, values }] : active.map((one, other) => (other === at ? { name, values } : one))
    const filled = next.filter((one) => one.values.length > 0)
    setFilters({ [filter]: filled.length > 0 ? filled : undefined })
    setBegun(values.length === 0 ? name : null)
  }
  return (
    <Stack gap={8}>
      {shown.map(({ name, values }) => (
        <MultiSelect
          key={name}
          label={name}
          placeholder={values.length === 0 ? 'Choose values' : undefined}
          data={valuesToChoose(facets, name, values)}
          value={values}
          onChange={(chosen) => setValues(name, chosen)}
          searchable
          filter={optionsThatHold}
          clearable
          limit={100}
          hidePickedOptions
          renderOption={({ option }) => (
            <ValueOption value={option.value} count={countOf(facets, name, option.value)} />
          )}
          nothingFoundMessage="No such value"
          defaultDropdownOpened={name === begun}
        />
      ))}
      <Select
        label={shown.length === 0 ? label : undefined}
        aria-label={label}
        placeholder={facets?.length === 0 ? `No ${filter} in this store` : `Choose from ${filter}…`}
        disabled={names.length === 0}
        data={names}
        value={null}
        onChange={setBegun}
        searchable
        filter={optionsThatHold}
        limit={100}
      />
    </Stack>
  )
}

function valuesToChoose(facets: Facets['attributes'] | undefined, name: string, chosen: string[]) {
  const known = facets?.find((facet) => facet.name === name)?.values ?? []
  const missing = chosen.filter((value) => !known.some((one) => one.value === value))
  return [...known.map(({ value }) => value), ...missing]
}

function countOf(facets: Facets['attributes'] | undefined, name: string, value: string): number | undefined {
  return facets?.find((facet) => facet.name === name)?.values.find((one) => one.value === value)?.count
}

function ValueOption({ value, count }: { value: string; count: number | undefined }) {
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap" w="100%">
      <Text truncate>{value}</Text>
      {count !== undefined && (
        <Text c="dimmed" className="tabular">
          {formatNumber(count)}
        </Text>
      )}
    </Group>
  )
}
