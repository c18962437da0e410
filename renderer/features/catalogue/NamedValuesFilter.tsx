import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Facets } from '../../../electron/shared/product-query'
import { SearchMultiSelect, SearchSelect } from '../../components/SearchSelect'
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
  const [active, ask] = useNamedValues(filter)
  const [begun, setBegun] = useState<string | null>(null)
  const isBegun = begun !== null && !active.some(({ name }) => name === begun)
  const shown = isBegun ? [...active, { name: begun, values: [] }] : active
  const names = (facets ?? []).map(({ name }) => name).filter((name) => !shown.some((one) => one.name === name))

  const setValues = (name: string, values: string[]) => {
    ask(name, values)
    setBegun(values.length === 0 ? name : null)
  }
  return (
    <Stack gap={8}>
      {shown.map(({ name, values }) => (
        <ValuesBox
          key={name}
          {...{ name, values, facets }}
          onChange={(chosen) => setValues(name, chosen)}
          isOpenAtFirst={name === begun}
        />
      ))}
      <SearchSelect
        label={shown.length === 0 ? label : undefined}
        aria-label={label}
        placeholder={facets?.length === 0 ? `No ${filter} in this store` : `Choose from ${filter}…`}
        disabled={names.length === 0}
        data={names}
        value={null}
        onChange={setBegun}
        limit={100}
      />
    </Stack>
  )
}

/** The values of one name alone. */
export function ValuesOfName({ filter, name, facets }: Omit<Props, 'label'> & { name: string }) {
  const [active, ask] = useNamedValues(filter)
  const values = active.find((one) => one.name === name)?.values ?? []
  return <ValuesBox {...{ name, values, facets }} onChange={(chosen) => ask(name, chosen)} />
}

/** What is asked of each name now, and how to ask something else of one. */
function useNamedValues(filter: Props['filter']) {
  const active = useCatalogueStore((state) => state.filters[filter]) ?? []
  const ask = (name: string, values: string[]) => {
    const at = active.findIndex((one) => one.name === name)
    const next =
      at < 0 ? [...active, { name, values }] : active.map((one, other) => (other === at ? { name, values } : one))
    const filled = next.filter((one) => one.values.length > 0)
    setFilters({ [filter]: filled.length > 0 ? filled : undefined })
  }
  return [active, ask] as const
}

type Box = Pick<Props, 'facets'> & {
  name: string
  values: string[]
  onChange: (values: string[]) => void
  isOpenAtFirst?: boolean
}

function ValuesBox({ name, values, facets, onChange, isOpenAtFirst = false }: Box) {
  return (
    <SearchMultiSelect
      label={name}
      placeholder={values.length === 0 ? 'Choose values' : undefined}
      data={valuesToChoose(facets, name, values)}
      value={values}
      onChange={onChange}
      clearable
      limit={100}
      hidePickedOptions
      renderOption={({ option }) => <ValueOption value={option.value} count={countOf(facets, name, option.value)} />}
      nothingFoundMessage="No such value"
      defaultDropdownOpened={isOpenAtFirst}
    />
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
