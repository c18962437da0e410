import { isEqual } from '../../electron/shared/fields/equal'
import type { Kind, List } from '../../electron/shared/fields/kind'
import { entriesOf } from '../../electron/shared/fields/list-kind'
import { readPlain } from '../../electron/shared/fields/plain-field'

type Texts = Readonly<Record<string, string>>

/** Letter by letter; all else is chosen, and each choice is an act by itself. */
const isTyped = ({ box }: Kind): boolean => box === 'words' || box === 'signs'

/**
 * Where a field differs before and after: the path of the one box, such as `options.0.choices.2.text`, or of the one line that
 * came. Null where it is something else: several boxes, a line that went or moved, what is not typed.
 */
export function boxTypedInto(
  path: string,
  kind: Kind,
  [before, after]: readonly [unknown, unknown],
  [was, is]: readonly [Texts, Texts],
): string | null {
  const texts = Object.keys({ ...was, ...is }).filter((at) => was[at] !== is[at])
  if (isEqual(before, after)) return texts.length === 1 ? (texts[0] ?? null) : null
  const box = placeOf(path, kind, before, after)
  return box !== null && texts.every((at) => isWithinBox(at, box)) ? box : null
}

export const isWithinBox = (path: string | null, box: string | null): boolean =>
  path !== null && box !== null && (path === box || path.startsWith(`${box}.`))

function placeOf(path: string, kind: Kind, before: unknown, after: unknown): string | null {
  if (kind.list) return placeInList(path, kind.list, before, after)
  if (Object.keys(kind.parts).length > 0) {
    return placeAmong(path, before, after, (name) => kind.parts[name]?.kind ?? null)
  }
  if (kind.box === 'texts') return placeAmong(path, before, after, () => null)
  return isTyped(kind) ? path : null
}

function placeInList(path: string, list: List, before: unknown, after: unknown): string | null {
  const [lines, now] = [entriesOf(before), entriesOf(after)]
  const others = lines.flatMap((line, at) => (isEqual(line, now[at]) ? [] : [at]))
  if (now.length === lines.length + 1) return others.length === 0 ? `${path}.${lines.length}` : null
  const [at] = others
  if (now.length !== lines.length || at === undefined || others.length > 1) return null
  const [line, edited] = [lines[at] ?? {}, now[at] ?? {}]
  // What an entry carries beside its fields goes with them, such as what it was called before.
  const differing = Object.entries(list.fields).find(
    ([name, field]) => !isEqual(readPlain(line, name, field), readPlain(edited, name, field)),
  )
  if (!differing) return `${path}.${at}`
  const [name, field] = differing
  return placeOf(`${path}.${at}.${name}`, field.kind, readPlain(line, name, field), readPlain(edited, name, field))
}

/** `kindOf` null: a text. */
function placeAmong(
  path: string,
  before: unknown,
  after: unknown,
  kindOf: (name: string) => Kind | null,
): string | null {
  const [was, is] = [before, after] as [Record<string, unknown>, Record<string, unknown>]
  const names = Object.keys({ ...was, ...is }).filter((name) => !isEqual(was[name], is[name]))
  const [name] = names
  if (name === undefined || names.length > 1) return null
  const kind = kindOf(name)
  return kind ? placeOf(`${path}.${name}`, kind, was[name], is[name]) : `${path}.${name}`
}
