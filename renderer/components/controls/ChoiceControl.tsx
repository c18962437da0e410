import { Checkbox, Select, Stack } from '@mantine/core'
import { category, productTypeName } from '../../../electron/shared/fields/reference-kinds'
import { wrapperOrder, type ControlProps, type PropsOf } from './control'

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

/** One category, or none. */
export function CategoryControl(props: PropsOf<'category'>) {
  const { value, words, onChange } = props
  const ids = new Set([0, ...words.categories.map(({ id }) => id), value])
  const data = [...ids].map((id) => ({ value: String(id), label: category.shown(id, words) }))
  return <OneOf {...props} data={data} chosen={String(value)} onChoose={(id) => onChange(Number(id))} />
}

type Option = { value: string; label: string }
type OneOfProps = Omit<ControlProps, 'value' | 'kind' | 'onChange' | 'saved'> & {
  data: Option[]
  chosen: string
  onChoose: (value: string) => void
}

function OneOf({ label, hint, error, readOnly, isInPopover, data, chosen, onChoose }: OneOfProps) {
  return (
    <Select
      label={label}
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

export function ShippingMethodsControl(props: PropsOf<'shippingMethods'>) {
  return <SomeOf {...props} known={props.words.profile?.shippingMethods.map(({ id }) => id) ?? []} />
}

export function TaxesControl(props: PropsOf<'taxes'>) {
  return <SomeOf {...props} known={props.words.profile?.taxes.map(({ id }) => id) ?? []} />
}

/** Of all there are, and of those that the value names without their being known here. */
function SomeOf<Id extends string | number>({
  label,
  kind,
  value,
  words,
  readOnly,
  onChange,
  known,
}: ControlProps<Id[]> & { known: Id[] }) {
  const all = [...known, ...value.filter((id) => !known.includes(id))]
  return (
    <Stack component="fieldset" gap={4} p={0} m={0} bd={0}>
      <legend>{label}</legend>
      {all.map((id) => (
        <Checkbox
          key={id}
          label={kind.shown([id], words)}
          checked={value.includes(id)}
          disabled={readOnly}
          onChange={(event) => {
            const others = value.filter((other) => other !== id)
            onChange(event.currentTarget.checked ? [...others, id] : others)
          }}
        />
      ))}
      {all.length === 0 && <span>This store has none yet.</span>}
    </Stack>
  )
}
