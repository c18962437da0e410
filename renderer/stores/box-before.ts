import type { Entry, Kind, List } from '../../electron/shared/fields/kind'
import { calledBefore, formerlyOf, withFormerly } from '../../electron/shared/fields/formerly'
import { entriesOf } from '../../electron/shared/fields/list-kind'

type Named = Readonly<Record<string, unknown>>

/** The value with one box of it as it was before, and the rest as it is. `steps`: where the box is within it; none: all of it. */
export function withBoxBefore(kind: Kind, steps: readonly string[], now: unknown, before: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return before
  if (kind.list) return withEntryBefore(kind.list, Number(step), rest, entriesOf(now), entriesOf(before))
  const [is, was] = [now as Named, before as Named]
  const part = kind.parts[step]
  if (part) return part.settled({ ...is, [step]: withBoxBefore(part.kind, rest, is[step], was[step]) })
  // A name may hold a dot, as that of an attribute and its language does.
  const name = steps.join('.')
  return kind.merge === 'record' ? withNamed(is, name, was[name]) : before
}

function withEntryBefore(
  list: List,
  at: number,
  [name, ...rest]: readonly string[],
  now: readonly Entry[],
  before: readonly Entry[],
): readonly Entry[] {
  const [entry, field] = [now[at], list.fields[name ?? '']]
  if (!entry || !field || name === undefined) return before
  // It may stand elsewhere now; one that came has nothing to go back to.
  const was = calledBefore(list, before, entry) ?? (list.formerly === null ? before[at] : undefined) ?? {}
  const own =
    rest.length > 0 ? withBoxBefore(field.kind, rest, entry[name] ?? field.empty, was[name] ?? field.empty) : was[name]
  const alone = withNamed(entry, name, own)
  const back = (goesAlong[name] ?? []).reduce((all, other) => withNamed(all, other, was[other]), alone)
  return now.map((each, place) => (place === at ? withFormerly(list, back, formerlyOf(list, back)) : each))
}

/** What one box says besides: the sign of percent behind a change of price. */
const goesAlong: Readonly<Record<string, readonly string[]>> = { priceModifier: ['priceModifierType'] }

/** Undefined: there was none. */
function withNamed(all: Named, name: string, value: unknown): Named {
  const { [name]: _, ...others } = all
  return value === undefined ? others : { ...all, [name]: value }
}
