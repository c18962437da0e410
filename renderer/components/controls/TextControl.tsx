import { ColorInput, Textarea, TextInput } from '@mantine/core'
import { asColourCode } from '../../../electron/shared/fields/colour-code'
import { labelOf, wrapperOrder, type ControlProps } from './control'

export function TextControl(props: ControlProps<string>) {
  return <TextInput {...boxOf(props)} onChange={(event) => props.onChange(event.target.value)} />
}

export function LongTextControl(props: ControlProps<string>) {
  return (
    <Textarea
      {...boxOf(props)}
      autosize
      minRows={3}
      maxRows={12}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}

/** As source: byte for byte what it is. */
export function SourceControl(props: ControlProps<string>) {
  return (
    <Textarea
      {...boxOf(props)}
      autosize
      minRows={6}
      maxRows={20}
      spellCheck={false}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}

const swatches = ['#d32f2f', '#f57c00', '#fbc02d', '#388e3c', '#1976d2', '#7b1fa2', '#212121']

export function ColourControl(props: ControlProps<string>) {
  const { value, onChange, isInPopover, readOnly } = props
  const code = asColourCode(value)
  return (
    <ColorInput
      {...boxOf({ ...props, placeholder: '#d32f2f' })}
      swatches={swatches}
      withEyeDropper={false}
      // What is no colour stays as typed, with the problem below.
      fixOnBlur={false}
      popoverProps={{ withinPortal: !isInPopover }}
      onChange={(colour) => {
        if (colour !== value) onChange(colour)
      }}
      onBlur={() => !readOnly && code !== value && onChange(code)}
    />
  )
}

function boxOf({ value, error, hint, placeholder, lang, required, readOnly, ...named }: ControlProps<string>) {
  return {
    ...labelOf(named),
    value,
    error,
    placeholder,
    lang,
    readOnly,
    withAsterisk: required,
    'aria-required': required,
    description: hint,
    inputWrapperOrder: wrapperOrder,
  }
}
