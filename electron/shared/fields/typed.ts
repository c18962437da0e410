import type { NumberReading } from '../numbers/read-number'
import type { StoreProfile } from '../store'
import type { TypedNumber } from './kind'
import { fieldOf, isProductField, type ProductField } from './product-fields'

/** A field, or a field and a part of it: `price`, `dimensions.length`. */
export const fieldOfPath = (path: string): ProductField | undefined => {
  const [field] = path.split('.')
  return isProductField(field) ? field : undefined
}

/** How the number at a path is typed; undefined for a path that holds none. */
export function typedNumber(path: string, profile: StoreProfile | null): TypedNumber | undefined {
  const field = fieldOfPath(path)
  if (field === undefined) return undefined
  const { kind } = fieldOf(field)
  if (path === field) return kind.typed?.(profile)
  const part = path.slice(field.length + 1)
  return Object.hasOwn(kind.parts, part) ? kind.parts[part]?.kind.typed?.(profile) : undefined
}

/** What is read of the text of a box, an empty one included. */
export function readTyped(
  typed: string,
  { read, blank }: TypedNumber,
): NumberReading | { kind: 'value'; value: number | null } {
  return typed.trim() === '' && blank !== undefined ? { kind: 'value', value: blank } : read(typed)
}
