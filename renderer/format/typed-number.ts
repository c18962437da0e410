import type { Kind, StoreWords } from '../../electron/shared/fields/kind'
import { readTyped } from '../../electron/shared/fields/typed'

/** The number that a text of a kind means; undefined: it is none yet, or may mean several. */
export function numberIn(kind: Kind, text: string, { profile }: StoreWords): number | null | undefined {
  const typed = kind.typed?.(profile)
  const reading = typed && readTyped(text, typed)
  return reading?.kind === 'value' ? reading.value : undefined
}

/** As it is typed; '' for what is no number. */
export function numberText(kind: Kind, value: unknown, { profile }: StoreWords): string {
  return typeof value === 'number' ? (kind.typed?.(profile).write(value) ?? String(value)) : ''
}
