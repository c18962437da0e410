import { Stack } from '@mantine/core'
import type { ComponentType } from 'react'
import type { KindName } from '../../../electron/shared/fields/kind'
import { AttributesControl } from './AttributesControl'
import { CategoryPicker } from './CategoryPicker'
import {
  CategoryControl,
  ChoiceControl,
  ProductTypeControl,
  ShippingMethodsControl,
  TaxesControl,
} from './ChoiceControl'
import type { ControlProps, PropsOf } from './control'
import classes from './controls.module.css'
import { FlagControl } from './FlagControl'
import { NumberControl } from './NumberControl'
import { ColourControl, LongTextControl, SourceControl, TextControl } from './TextControl'

/** How a value of each kind is edited; a kind without a control does not compile. */
const controls: { [Name in KindName]: ComponentType<PropsOf<Name>> } = {
  text: TextControl,
  longText: LongTextControl,
  html: SourceControl,
  colour: ColourControl,
  flag: FlagControl,
  choice: ChoiceControl,
  number: NumberControl,
  categories: ({ value, words, ...rest }) => <CategoryPicker {...rest} chosen={value} categories={words.categories} />,
  category: CategoryControl,
  productType: ProductTypeControl,
  shippingMethods: ShippingMethodsControl,
  taxes: TaxesControl,
  attributes: AttributesControl,
  record: RecordControl,
}

/** The control of a value whose kind is known by name only. */
export function ControlOf(props: ControlProps) {
  // The kind names the control for its own values.
  const Control = controls[props.kind.name] as ComponentType<ControlProps>
  return <Control {...props} />
}

/** The parts of a record, each by the control of its kind. */
function RecordControl({ path, kind, value, saved, error, onChange, ...shared }: PropsOf<'record'>) {
  return (
    <Stack gap="xs">
      {Object.entries(kind.parts).map(([name, part]) => (
        <ControlOf
          key={name}
          {...shared}
          path={`${path}.${name}`}
          label={part.label}
          kind={part.kind}
          value={value[name]}
          saved={saved[name]}
          error={undefined}
          hint={undefined}
          onChange={(next) => onChange({ ...value, [name]: next })}
        />
      ))}
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </Stack>
  )
}
