import type { EditReason } from '../shared/edit-reason'
import type { Entry } from '../shared/fields/kind'
import { entriesOf } from '../shared/fields/list-kind'
import { chosenOf, hasChoices, optionsKind, optionTypes, readChoice, readOption } from '../shared/fields/option-kind'
import { foldText } from '../shared/fold-text'
import { typesInFiles, type OptionRow } from '../shared/product-table/option-rows'
import { entriesByName } from './entries-by-name'
import { laidChoices, type Laying } from './laid-choices'

export type RefusedCell = { text: string; reason: EditReason }

/** Options with what rows say of them, by names and by the texts of choices. What no row names stays, and nothing is removed. */
export function laidOptions(
  options: readonly Entry[],
  rows: readonly OptionRow[],
  of: Pick<Laying, 'price' | 'words'>,
): { options: readonly Entry[]; refused: RefusedCell[] } {
  const refused: RefusedCell[] = []
  const laid = [...options]
  for (const { name, place, rows: mine } of groups(laid, rows)) {
    const there = place === undefined ? null : (laid[place] ?? null)
    const next = laidOption(there, name, mine, { ...of, refuse: (text, reason) => refused.push({ text, reason }) })
    if (place === undefined) laid.push(next)
    else laid[place] = next
  }
  return { options: laid, refused }
}

type Group = { name: string; place: number | undefined; rows: OptionRow[] }

/** By the option that they name, in the order in which they come first; two that are there may differ in their letter case alone. */
function groups(options: readonly Entry[], rows: readonly OptionRow[]): Group[] {
  const there = entriesByName(options.map((entry) => readOption(entry).name))
  const found = new Map<number | string, Group>()
  for (const row of rows) {
    const name = (row.name ?? '').trim()
    const place = there.find(name)
    const key = place ?? foldText(name)
    const group = found.get(key) ?? { name, place, rows: [] }
    group.rows.push(row)
    found.set(key, group)
  }
  return [...found.values()]
}

function laidOption(there: Entry | null, name: string, rows: readonly OptionRow[], of: Laying): Entry {
  const now = readOption(there ?? { name })
  const type = typeOf(there === null ? null : now.type, name, rows, of)
  const { required = now.required } = rows.findLast((row) => row.required !== undefined) ?? {}
  const { usesPictures = now.useImageAsSwatchSelector } = rows.findLast((row) => row.usesPictures !== undefined) ?? {}
  const choices = laidChoices(entriesOf(there?.['choices']), rows, { ...of, name, type })
  return {
    ...(there ?? { name }),
    type,
    required,
    ...(hasChoices(type) && { choices }),
    ...(usesPictures !== now.useImageAsSwatchSelector && { useImageAsSwatchSelector: usesPictures }),
    ...(hasChoices(type) && chosenFirst(there, rows, choices)),
  }
}

/** A file says `false` of all choices also where its store says nothing: of an option that is there, only what is chosen counts. */
function chosenFirst(there: Entry | null, rows: readonly OptionRow[], choices: readonly Entry[]) {
  const chosen = rows.findLast((row) => row.isDefault === true)?.choice
  const place =
    chosen === undefined ? undefined : entriesByName(choices.map((each) => readChoice(each).text)).find(chosen)
  const entry = place === undefined ? undefined : choices[place]
  if (entry) {
    const { text } = readChoice(entry)
    const isSo = there !== null && chosenOf(readOption(optionsKind.list.meant(there))) === text.trim()
    return isSo ? {} : { defaultChoice: text }
  }
  const isNone = there === null && rows.length > 0 && rows.every((row) => row.isDefault === false)
  return isNone ? { defaultChoice: '' } : {}
}

/** As the files call it, as the API does, or as we do. `now`: what it is; null: it is new. */
function typeOf(now: string | null, name: string, rows: readonly OptionRow[], { refuse }: Laying): string {
  const usual = now ?? (rows.some((row) => row.choice !== undefined) ? 'SELECT' : 'TEXTFIELD')
  let type = usual
  for (const text of new Set(rows.flatMap((row) => row.type ?? []))) {
    const read = typesByName.get(foldText(text.trim())) ?? (text.trim() === now ? now : undefined)
    if (read === undefined) refuse(text, { says: 'no-such-choice', path: 'optionRow.type' })
    else if (now !== null && hasChoices(now) && !hasChoices(read))
      refuse(text, { says: 'option-has-choices', name, type: read })
    else type = read
  }
  return type
}

const typesByName = new Map(
  [
    ...Object.entries(optionTypes).flatMap(([type, label]) => [
      [type, type],
      [label, type],
    ]),
    ...Object.entries(typesInFiles).map(([type, name]) => [name, type]),
    // One program that writes such files.
    ['DROPDOWN', 'SELECT'],
  ].map(([name = '', type = '']) => [foldText(name), type]),
)
