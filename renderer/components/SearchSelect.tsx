import { MultiSelect, Select, type MultiSelectProps, type SelectProps } from '@mantine/core'
import { optionsThatHold } from '../format/options-that-hold'

type Own = 'searchable' | 'filter'

/** One of many, found by what is typed: by the rule by which texts are alike everywhere. */
export const SearchSelect = (props: Omit<SelectProps, Own>) => <Select {...props} searchable filter={optionsThatHold} />

/** The same of several. */
export const SearchMultiSelect = (props: Omit<MultiSelectProps, Own>) => (
  <MultiSelect {...props} searchable filter={optionsThatHold} />
)
