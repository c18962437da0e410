import { useState } from 'react'
import type { BulkAction } from '../../../electron/shared/bulk-action'
import { hasEntries, partsWithEntries } from '../../../electron/shared/fields/entries'
import { isEqual } from '../../../electron/shared/fields/equal'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import { entriesOf, keyOf } from '../../../electron/shared/fields/list-kind'
import {
  fieldOf,
  newProductFields,
  productPatchSchema,
  type ProductField,
} from '../../../electron/shared/fields/product-fields'
import { fieldOfPath } from '../../../electron/shared/fields/typed'
import { problemsOf } from '../../../electron/shared/fields/validate-product'
import { ControlOf } from '../../components/controls/ControlOf'
import { useStoreWords } from '../../stores/store-words'
import type { PanelProps } from './AskBulk'
import { EntriesControl } from './EntriesControl'
import { FieldWays, type FieldWay } from './FieldWays'
import { useAskedAction } from './use-asked-action'
import { useTexts } from './use-texts'

/** The value of one field, or what is added to it or taken away. */
export function FieldValue({ field, onAction }: Pick<PanelProps, 'onAction'> & { field: ProductField }) {
  const { kind, label, hint } = fieldOf(field)
  const words = useStoreWords()
  const textsOf = { set: useTexts(), add: useTexts(), remove: useTexts(), empty: useTexts() }
  const [way, setWay] = useState<FieldWay>(kind.list ? 'add' : 'set')
  const [values, setValues] = useState<Partial<Record<FieldWay, unknown>>>({})
  const [texts, value] = [textsOf[way], values[way] ?? blank(way, field)]
  const problems = way === 'remove' ? {} : problemsIn(field, value)
  const isWrong = texts.isAnyWrong || Object.keys(problems).some((path) => fieldOfPath(path) === field)
  useAskedAction(isWrong ? null : actionOf(way, field, value), onAction)
  const problemAt = (path: string) =>
    texts.problemAt(path) ?? (isEqual(value, blank(way, field)) ? undefined : problems[path])
  const shared = {
    value,
    texts: { ...texts, problemAt },
    onChange: (next: unknown, typed?: Parameters<typeof texts.setAll>[0]) => {
      setValues({ ...values, [way]: next })
      texts.setAll(typed)
    },
  }
  return (
    <>
      <FieldWays ways={waysOf(field, words)} way={way} onChange={setWay} />
      {(way === 'add' || way === 'remove') && <EntriesControl {...{ field, way, words }} {...shared} />}
      {way === 'set' && (
        <ControlOf
          {...{ kind, label, hint, words }}
          {...shared}
          path={field}
          saved={blank(way, field)}
          readOnly={false}
          error={problemAt(field)}
          isInPopover={false}
        />
      )}
    </>
  )
}

function waysOf(field: ProductField, { profile }: StoreWords): FieldWay[] {
  const { kind, empty } = fieldOf(field)
  // Such a store's taxes are no choice of its owner's.
  const isComputed = field === 'tax' && profile?.automaticTax === true
  const canBeEmptied =
    problemsOf(field, fieldOf(field), empty, newProductFields)[field] === undefined &&
    kind.name !== 'flag' &&
    kind.name !== 'choice'
  return [
    'set',
    ...(hasEntries(kind) && !isComputed ? (['add', 'remove'] as const) : []),
    ...(canBeEmptied ? (['empty'] as const) : []),
  ]
}

/** What is asked for begins with it: where entries are added or taken away, with none. */
function blank(way: FieldWay, field: ProductField): unknown {
  const { kind, empty } = fieldOf(field)
  const none = Object.fromEntries(partsWithEntries(kind).map(([name]) => [name, []]))
  return way === 'set' || kind.list ? empty : { ...Object(empty), ...none }
}

/** Beside nothing else: what it is to a product is looked at product by product. */
const problemsIn = (field: ProductField, value: unknown) => problemsOf(field, fieldOf(field), value, { [field]: value })

/** Null: nothing is said yet. */
function actionOf(way: FieldWay, field: ProductField, value: unknown): BulkAction | null {
  const { kind } = fieldOf(field)
  if (way === 'empty') return { kind: 'empty', fields: [field] }
  const isNothing = (way !== 'set' || kind.list !== null) && isEqual(value, blank(way, field))
  const { list } = kind
  const isHalf = list !== null && entriesOf(value).some((entry) => keyOf(list, entry) === '')
  const fields = productPatchSchema.safeParse({ [field]: value })
  return isNothing || isHalf || !fields.success ? null : { kind: way, fields: fields.data }
}
