import { Select } from '@mantine/core'
import { productTypeName } from '../../../electron/shared/fields/reference-kinds'
import { labelOf, wrapperOrder, type ControlProps, type PropsOf } from './control'

export function ChoiceControl(props: PropsOf<'choice'>) {
  const data = Object.entries(props.kind.choices).map(([value, label]) => ({ value, label }))
  return <OneOf {...props} data={data} chosen={props.value} onChoose={props.onChange} />
}

/** A type that is not known here yet stays what it is. */
export function ProductTypeControl(props: PropsOf<'productType'>) {
  const { value, words, onChange } = props
  const known = words.productTypes.map(({ id }) => id)
  const ids = known.includes(value) ? known : [...known, value]
  const data = ids.map((id) => ({ value: String(id), label: productTypeName(id, words) }))
  return <OneOf {...props} data={data} chosen={String(value)} onChoose={(id) => onChange(Number(id))} />
}

/** One category, `only` some of them; of 0 its kind says what it means. */
export function CategoryControl(props: PropsOf<'category'>) {
  const { kind, value, words, only, onChange } = props
  const ids = new Set([0, ...(only?.map(Number) ?? words.categories.map(({ id }) => id)), value])
  const data = [...ids].map((id) => ({ value: String(id), label: kind.shown(id, words) }))
  return <OneOf {...props} data={data} chosen={String(value)} onChoose={(id) => onChange(Number(id))} />
}

type Option = { value: string; label: string }
type OneOfProps = Omit<ControlProps, 'value' | 'kind' | 'onChange' | 'saved'> & {
  data: Option[]
  chosen: string
  onChoose: (value: string) => void
}

function OneOf({ hint, error, readOnly, isInPopover, data, chosen, onChoose, ...named }: OneOfProps) {
  return (
    <Select
      {...labelOf(named)}
      description={hint}
      inputWrapperOrder={wrapperOrder}
      data={data}
      value={chosen}
      error={error}
      readOnly={readOnly}
      allowDeselect={false}
      maw={360}
      comboboxProps={{ withinPortal: !isInPopover }}
      onChange={(value) => value !== null && onChoose(value)}
    />
  )
}
