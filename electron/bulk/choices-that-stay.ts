import { entriesOf } from '../shared/fields/list-kind'
import { readChoice, readOption } from '../shared/fields/option-kind'
import { foldText } from '../shared/fold-text'
import { optionsPath, type Imported } from '../shared/imported'
import type { OptionRow } from '../shared/product-table/option-rows'
import type { BulkWarning } from '../shared/proposal'
import type { TriedEdit } from './dry-run'

const key = (text: string): string => foldText(text.trim())

/** The texts of the choices of each option, by its name. */
const choicesOf = (options: unknown): Map<string, Set<string>> =>
  new Map(
    entriesOf(options).map((entry) => {
      const { name, choices } = readOption(entry)
      return [key(name), new Set(choices.map((choice) => key(readChoice(choice).text)))]
    }),
  )

/** A table that names choices of an option, a new one among them and not all that are there, may have renamed one: nothing in it tells that. */
export function ofFormerChoices({ field, standing, before, after }: TriedEdit, { own }: Imported): BulkWarning[] {
  if (field !== 'options' || standing !== 'in') return []
  const rows = own.flatMap(({ path, odd, value }) =>
    // As it was read, its schema kept no more of it.
    path === optionsPath && odd === null ? [value as OptionRow] : [],
  )
  const [was, is] = [choicesOf(before), choicesOf(after)]
  const stays = [...was].some(([name, former]) => {
    const mine = rows.filter((row) => key(row.name ?? '') === name && row.choice)
    const named = new Set(mine.map(({ choice = '' }) => key(choice)))
    const isAdded = [...named].some((text) => !former.has(text) && is.get(name)?.has(text))
    return isAdded && [...former].some((text) => !named.has(text))
  })
  return stays ? ['choice-stays'] : []
}
