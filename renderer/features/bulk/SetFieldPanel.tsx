import { SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import type { BulkAction } from '../../../electron/shared/bulk-action'
import { isEqual } from '../../../electron/shared/fields/equal'
import type { Kind } from '../../../electron/shared/fields/kind'
import {
  fieldOf,
  isProductField,
  newProductFields,
  productFieldNames,
  productPatchSchema,
  type ProductField,
} from '../../../electron/shared/fields/product-fields'
import { fieldOfPath } from '../../../electron/shared/fields/typed'
import { problemsOf } from '../../../electron/shared/fields/validate-product'
import { sections } from '../../../electron/shared/fields/field'
import { ControlOf } from '../../components/controls/ControlOf'
import { SearchSelect } from '../../components/SearchSelect'
import { useStoreWords } from '../../stores/store-words'
import type { PanelProps } from './AskBulk'
import { useTexts } from './use-texts'
import { useAskedAction } from './use-asked-action'

/** What consists of entries of its own, or names one product, is edited product by product. */
const isByItself = ({ box, parts }: Kind): boolean =>
  box === 'texts' || (box === 'none' && Object.keys(parts).length === 0)
const settable = productFieldNames.filter((name) => name !== 'categoryIds' && !isByItself(fieldOf(name).kind))
const inSections = Object.entries(sections).flatMap(([section, { title }]) => {
  const items = settable
    .filter((name) => fieldOf(name).section === section)
    .map((name) => ({ value: name as string, label: fieldOf(name).label }))
  return items.length > 0 ? [{ group: title as string, items }] : []
})

/** One field, and its value for all of them. */
export function SetFieldPanel({ onAction }: PanelProps) {
  const [field, setField] = useState<ProductField | null>(null)
  return (
    <Stack gap="sm">
      <SearchSelect
        label="Field"
        placeholder="Type to find one"
        data={inSections}
        value={field}
        data-autofocus
        nothingFoundMessage="No such field"
        onChange={(name) => {
          onAction(null)
          setField(isProductField(name) ? name : null)
        }}
      />
      {field && <ValueOfField key={field} field={field} onAction={onAction} />}
    </Stack>
  )
}

function ValueOfField({ field, onAction }: Pick<PanelProps, 'onAction'> & { field: ProductField }) {
  const { kind, label, hint, empty } = fieldOf(field)
  const words = useStoreWords()
  const texts = useTexts()
  const [value, setValue] = useState<unknown>(empty)
  const [way, setWay] = useState<'set' | 'empty'>('set')
  const beside = { ...newProductFields, [field]: value }
  const problems = problemsOf(field, fieldOf(field), value, beside)
  const action =
    way === 'empty' ? emptied(field) : texts.isAnyWrong || hasProblem(field, problems) ? null : set(field, value)
  useAskedAction(action, onAction)
  const canBeEmptied =
    problemsOf(field, fieldOf(field), empty, newProductFields)[field] === undefined &&
    kind.name !== 'flag' &&
    kind.name !== 'choice'
  return (
    <>
      {canBeEmptied && (
        <SegmentedControl
          value={way}
          onChange={(next) => setWay(next === 'empty' ? 'empty' : 'set')}
          data={[
            { value: 'set', label: 'Set' },
            { value: 'empty', label: 'Empty' },
          ]}
          aria-label="What is done with the field"
          style={{ alignSelf: 'flex-start' }}
        />
      )}
      {way === 'set' && (
        <ControlOf
          path={field}
          label={label}
          kind={kind}
          value={value}
          saved={empty}
          onChange={(next, typed) => {
            setValue(next)
            texts.setAll(typed)
          }}
          words={words}
          texts={{
            ...texts,
            problemAt: (path) => texts.problemAt(path) ?? (isEqual(value, empty) ? undefined : problems[path]),
          }}
          readOnly={false}
          error={texts.problemAt(field) ?? (isEqual(value, empty) ? undefined : problems[field])}
          hint={hint}
          isInPopover={false}
        />
      )}
    </>
  )
}

const hasProblem = (field: ProductField, problems: Readonly<Record<string, string>>): boolean =>
  Object.keys(problems).some((path) => fieldOfPath(path) === field)

const emptied = (field: ProductField): BulkAction => ({ kind: 'empty', fields: [field] })

function set(field: ProductField, value: unknown): BulkAction | null {
  const fields = productPatchSchema.safeParse({ [field]: value })
  return fields.success ? { kind: 'set', fields: fields.data } : null
}
