import type { EditReason } from '../shared/edit-reason'
import { entriesOf } from '../shared/fields/list-kind'
import { picksOne, readChoice, readOption } from '../shared/fields/option-kind'
import type { Pair } from '../shared/fields/renamed-variations'
import { entriesByName } from './entries-by-name'

export type ChoicesThere = (wanted: readonly Pair[]) => { pairs: Pair[]; reason: EditReason | null }

/** What variations are made of as the options of their product call it, or why they cannot be. */
export function choicesThere(options: unknown): ChoicesThere {
  const all = entriesOf(options).map((entry) => {
    const { name, type, choices } = readOption(entry)
    const texts = choices.map((choice) => readChoice(choice).text)
    return { name, type, texts, byText: entriesByName(texts) }
  })
  const byName = entriesByName(all.map(({ name }) => name))
  return (wanted) => {
    let reason: EditReason | null = null
    const pairs = wanted.map(({ name, value }): Pair => {
      const option = all[byName.find(name) ?? -1]
      const text = option?.texts[option.byText.find(value) ?? -1]
      if (!option) reason ??= { says: 'no-option', name }
      else if (!picksOne(option.type)) reason ??= { says: 'no-such-option-to-pick', name: option.name }
      else if (text === undefined) reason ??= { says: 'no-choice', name: option.name, choice: value }
      return { name: option?.name ?? name, value: text ?? value }
    })
    return { pairs, reason }
  }
}
