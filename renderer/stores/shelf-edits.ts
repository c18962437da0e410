import { shelfFieldOf, type ShelfThing } from '../../electron/shared/fields/shelf-fields'
import type { ShelfDraft } from '../../electron/shared/shelf'

/** What was typed on the page of a category or product type, and upon what. */
export type ShelfEdits = Readonly<ShelfDraft>
export const noEdits: ShelfEdits = { base: {}, patch: {} }

/** What a field showed, to come back to; or all that was typed, where that went or came back. */
export type ShelfStep = ShelfFieldStep | { everything: ShelfEdits }
export type ShelfFieldStep = { field: string; value: unknown }
type Values = Readonly<Record<string, unknown>>

export const isNothing = ({ patch }: ShelfEdits): boolean => Object.keys(patch).length === 0

const isSame = (thing: ShelfThing, field: string, one: unknown, other: unknown): boolean =>
  shelfFieldOf(thing, field)?.kind.isSame(one, other) ?? false

/** With a field typed upon what is saved; back to that it is no edit any more. */
export function withValue(
  thing: ShelfThing,
  { base, patch }: ShelfEdits,
  saved: Values,
  { field, value }: ShelfFieldStep,
) {
  const before = field in base ? base[field] : saved[field]
  const { [field]: _value, ...rest } = patch
  const { [field]: _base, ...baseOfRest } = base
  return isSame(thing, field, before, value)
    ? { base: baseOfRest, patch: rest }
    : { base: { ...base, [field]: before }, patch: { ...patch, [field]: value } }
}

const mostSteps = 200

/** What is typed on in the same field is one step, until it is what it was. */
export function withStep(steps: readonly ShelfStep[], step: ShelfStep, after: ShelfEdits): readonly ShelfStep[] {
  const last = steps.at(-1)
  const isFurther = last && 'field' in last && 'field' in step && last.field === step.field && step.field in after.patch
  if (isFurther) return steps
  return [...steps.slice(1 - mostSteps), step]
}

/** All that was typed before, below what was typed since. */
export const withEverything = (since: ShelfEdits, before: ShelfEdits): ShelfEdits => ({
  base: { ...before.base, ...since.base },
  patch: { ...before.patch, ...since.patch },
})

/** As it is sent: a name has no spaces around it, and what differs in nothing else is as it was. */
export function asSent(thing: ShelfThing, { base, patch }: ShelfEdits): ShelfEdits {
  const { name, ...rest } = patch
  if (typeof name !== 'string') return { base, patch }
  return { base, patch: isSame(thing, 'name', base['name'], name.trim()) ? rest : { ...rest, name: name.trim() } }
}

/** What was typed since `typed` was saved as `sent` is upon that, also where it leads back. */
export function sinceSaved(now: ShelfEdits, typed: ShelfEdits, sent: ShelfEdits): ShelfEdits {
  const values = { ...typed.base, ...now.patch }
  const since = Object.keys(values).filter((field) => values[field] !== typed.patch[field])
  const upon = { ...now.base, ...sent.patch }
  const pick = (from: Values) => Object.fromEntries(since.map((field) => [field, from[field]]))
  return { base: pick(upon), patch: pick(values) }
}
