import { editFault, type EditReason } from '../shared/edit-reason'
import { colourProblem, isSameColour } from '../shared/fields/colour-code'
import type { Entry, StoreWords } from '../shared/fields/kind'
import { hasChoices, readChoice } from '../shared/fields/option-kind'
import { markupOf } from '../shared/product-table/markup'
import type { OptionRow } from '../shared/product-table/option-rows'
import { entriesByName } from './entries-by-name'

/** What is known of the product, and who hears of cells that cannot be. */
export type Laying = { price: number; words: StoreWords; refuse: (text: string, reason: EditReason) => void }

/** Choices with what rows say of them; new ones at the end, in the order of the rows. */
export function laidChoices(
  choices: readonly Entry[],
  rows: readonly OptionRow[],
  of: Laying & { name: string; type: string },
): readonly Entry[] {
  const laid = [...choices]
  const byText = entriesByName(laid.map((entry) => readChoice(entry).text))
  for (const row of rows) {
    if (row.choice === undefined || row.choice === '') continue
    if (!hasChoices(of.type)) {
      of.refuse(row.choice, { says: 'option-filled-in', name: of.name, type: of.type })
      continue
    }
    const place = byText.take(row.choice)
    if (place !== undefined) laid[place] = laidChoice(laid[place] ?? {}, row, of)
    else {
      byText.add(row.choice, laid.length)
      laid.push(laidChoice({ text: row.choice }, row, of))
      byText.take(row.choice)
    }
  }
  return laid
}

function laidChoice(choice: Entry, { markup, colour }: OptionRow, { price, words, refuse }: Laying): Entry {
  const now = readChoice(choice)
  const isCostlier = markup !== undefined && markup !== markupOf(now, price, words.profile)
  const fault = colour === undefined ? null : colourProblem(colour)
  if (colour !== undefined && fault !== null) refuse(colour, editFault(fault))
  const [first = '', ...others] = now.hexCodes
  const isRecoloured = colour !== undefined && fault === null && !isSameColour(colour, first)
  return {
    ...choice,
    // The file says an amount, whatever it was a percentage of.
    ...(isCostlier && { priceModifier: markup, priceModifierType: 'ABSOLUTE' }),
    ...(isRecoloured && { hexCodes: [colour, ...others] }),
  }
}
