import type { NumberReading } from '../numbers/read-number'
import type { StoreProfile } from '../store'
import type { Kind, TypedNumber } from './kind'
import { fieldOf, isProductField, type ProductField } from './product-fields'

/** A field, or what is within one: `price`, `dimensions.length`, `wholesalePrices.2.price`. */
export const fieldOfPath = (path: string): ProductField | undefined => {
  const [field] = path.split('.')
  return isProductField(field) ? field : undefined
}

/** How the number at a path is typed; undefined for a path that holds none. */
export function typedNumber(path: string, profile: StoreProfile | null): TypedNumber | undefined {
  const field = fieldOfPath(path)
  if (field === undefined) return undefined
  return kindAt(fieldOf(field).kind, path.split('.').slice(1))?.typed?.(profile)
}

function kindAt(kind: Kind, steps: readonly string[]): Kind | undefined {
  const [step, ...rest] = steps
  if (step === undefined) return kind
  // Of a list, the place of an entry and then its field.
  const [name, within, after] = kind.list ? [rest[0] ?? '', kind.list.fields, rest.slice(1)] : [step, kind.parts, rest]
  const next = Object.hasOwn(within, name) ? within[name]?.kind : undefined
  return next && kindAt(next, after)
}

/** What is read of the text of a box, an empty one included. */
export function readTyped(
  typed: string,
  { read, blank }: TypedNumber,
): NumberReading | { kind: 'value'; value: number | null } {
  return typed.trim() === '' && blank !== undefined ? { kind: 'value', value: blank } : read(typed)
}
