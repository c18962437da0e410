import { Combobox, TextInput, type ComboboxStore, type TextInputProps } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

type Props = Pick<TextInputProps, 'placeholder' | 'error' | 'maxLength'> & {
  label: string
  /** The list of what is found. */
  list: ComboboxStore
  value: string
  onType: (text: string) => void
}

/** Where words are typed to find what is added; the list below it is open as long as it has the focus. */
export function FindBox({ label, list, value, onType, ...rest }: Props) {
  return (
    <Combobox.Target>
      <TextInput
        {...rest}
        aria-label={label}
        leftSection={<IconSearch size={14} />}
        value={value}
        onFocus={() => list.openDropdown()}
        onClick={() => list.openDropdown()}
        onBlur={() => {
          list.closeDropdown()
          onType('')
        }}
        onChange={(event) => {
          onType(event.target.value)
          list.openDropdown()
          list.resetSelectedOption()
        }}
      />
    </Combobox.Target>
  )
}
