import { isPercent, readPriceChange } from '../../../../electron/shared/fields/price-change'
import type { Entry } from '../../../../electron/shared/fields/kind'
import type { StoreProfile } from '../../../../electron/shared/store'

/**
 * Choices from lines of text, or from rows of a spreadsheet with what each changes of the price in the second column. A name
 * that is there already, or comes again, is passed over.
 */
export function pastedChoices(pasted: string, taken: readonly string[], profile: StoreProfile | null): Entry[] {
  const seen = new Set(taken)
  return pasted.split(/\r\n|\r|\n/).flatMap((line) => {
    const [first = '', change = ''] = line.split('\t')
    const text = first.replace(/^"(.*)"$/, '$1').trim()
    if (text === '' || seen.has(text)) return []
    seen.add(text)
    return [{ text, ...priceOf(change, profile) }]
  })
}

/** What is no price change is left out: a second column may hold anything. */
function priceOf(change: string, profile: StoreProfile | null): Entry {
  const reading = readPriceChange(change, profile)
  if (reading.kind !== 'value' || reading.value === 0) return {}
  return { priceModifier: reading.value, priceModifierType: isPercent(change) ? 'PERCENT' : 'ABSOLUTE' }
}

/**
 * The names of a list in one line, such as `S, M, L`. What reads like a sentence, or stands in quotes, is one name, and a comma between
 * digits is none of a list.
 */
export function namesInLine(typed: string): string[] {
  const quoted = /^"(.+)"$/.exec(typed.trim())?.[1]
  if (quoted !== undefined) return [quoted.trim()]
  const names = typed.split(/;|(?<!\d),|,(?!\d)/).map((name) => name.trim())
  const isList = names.every((name) => name.length <= longest && name.split(/\s+/).length <= mostWords)
  return isList ? [...new Set(names.filter(Boolean))] : [typed.trim()]
}

/** Of a name in a list. */
const longest = 24
const mostWords = 3

export const hasLines = (pasted: string): boolean => /[\r\n\t]/.test(pasted.trim())
