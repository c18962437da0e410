import { connectionNameSchema, keySchema, storeIdSchema } from '../../../electron/shared/connection'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { plainDigits } from '../../../electron/shared/numbers/plain-digits'

/** As typed. */
export type ConnectionInput = { name: string; storeId: string; key: string }
/** A sentence at the field, or true for one that the sentence below the form is about. */
export type FieldErrors = Partial<Record<keyof ConnectionInput, string | true>>

/** The ID as a number; NaN for text that is none. Ecwid shows it with and without spaces. */
export function storeIdOf(text: string): number {
  const digits = plainDigits(text).replace(/[\s#]/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}

/** What must be mended before the store can be asked; `name` is needed to save only. */
export function checkConnection(input: ConnectionInput, fields: (keyof ConnectionInput)[]): FieldErrors {
  const results = {
    name: connectionNameSchema.safeParse(input.name),
    storeId: storeIdSchema.safeParse(storeIdOf(input.storeId)),
    key: keySchema.safeParse(input.key),
  }
  const errors: FieldErrors = {}
  for (const field of fields) {
    const { error } = results[field]
    if (error) errors[field] = error.issues[0]?.message ?? 'Check this field'
  }
  return errors
}

/** The fields main found fault with; its sentence stands once, below the form. */
export function fieldsOf({ fields = {} }: ErrorInfo): FieldErrors {
  return Object.fromEntries(Object.keys(fields).map((field) => [field, true]))
}
