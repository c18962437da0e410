import type { Column, Field } from './field'

/**
 * All there is to know of one field of a category, of a product type or of an entry of a list: it stands in Ecwid's JSON as it
 * is, under its own name.
 */
export type PlainField<Value = unknown> = Pick<
  Field<Value>,
  'label' | 'hint' | 'kind' | 'empty' | 'merge' | 'problem' | 'column' | 'isTranslated'
>

type Described<Value> = Omit<PlainField<Value>, 'merge' | 'column'> & { column?: Partial<Column> }

export function plainField<Value>(described: Described<Value>): PlainField<Value> {
  const { kind, label, column } = described
  return { ...described, merge: kind.merge, column: { title: label, ...kind.column, ...column } }
}

/** With a value for what Ecwid leaves out, or sends in a form that this version cannot read. */
export const readPlain = <Value>(
  json: Readonly<Record<string, unknown>>,
  name: string,
  { kind, empty }: Pick<PlainField<Value>, 'kind' | 'empty'>,
): Value => kind.read(json[name]) ?? empty
