import { Text } from '@mantine/core'
import { byKeysAlone, partsWithEntries } from '../../../electron/shared/fields/entries'
import { fieldOf, type ProductField } from '../../../electron/shared/fields/product-fields'
import type { ControlProps } from '../../components/controls/control'
import { ControlOf } from '../../components/controls/ControlOf'

type Props = Pick<ControlProps, 'value' | 'onChange' | 'words' | 'texts'> & {
  field: ProductField
  way: 'add' | 'remove'
}

/** What is added to a field or taken away, and nothing else of it. */
export function EntriesControl({ field, way, value, onChange, ...shared }: Props) {
  const { kind, label, empty } = fieldOf(field)
  const rest = { ...shared, readOnly: false, isInPopover: false }
  // Of shipping: what is left out instead is edited product by product.
  const [first] = partsWithEntries(kind)
  if (!first)
    return (
      <ControlOf
        {...rest}
        {...{ label, value, onChange }}
        path={field}
        kind={way === 'remove' ? byKeysAlone(kind) : kind}
        saved={empty}
        error={rest.texts.problemAt(field)}
        hint={way === 'add' ? 'What each product has beside them stays.' : 'They go where a product has them.'}
      />
    )
  const [name, part] = first
  const whole = value as Record<string, unknown>
  return (
    <>
      <ControlOf
        {...rest}
        path={`${field}.${name}`}
        label={part.label}
        kind={way === 'remove' ? byKeysAlone(part.kind) : part.kind}
        value={whole[name]}
        saved={[]}
        onChange={(next, typed) => onChange({ ...whole, [name]: next }, typed)}
      />
      <Text fz="xs" c="dimmed">
        {elsewhere[field]}
      </Text>
    </>
  )
}

/** Where their parts mean nothing. */
const elsewhere: Partial<Record<ProductField, string>> = {
  shipping: 'Products whose shipping rule is another one, or says what is left out, stay as they are.',
  tax: 'Products that are not taxable stay as they are.',
  subscriptionSettings: 'Products that are not sold as a subscription stay as they are.',
}
