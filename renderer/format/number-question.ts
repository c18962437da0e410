import { typedNumber } from '../../electron/shared/fields/typed'
import type { StoreProfile } from '../../electron/shared/store'
import type { TypedNumber } from '../../electron/shared/fields/kind'
import type { NumberReading } from '../../electron/shared/numbers/read-number'

/** What to ask about text that may mean several numbers: `1500 or 1,50?` */
export function numberQuestion(readings: number[], write: TypedNumber['write']): string {
  return `${readings.map((value) => choiceText(value, write)).join(' or ')}? Choose what you mean.`
}

/** What is wrong with the text of a box that is no value yet. */
export function unreadSentence(path: string, text: string, profile: StoreProfile | null): string {
  const number = typedNumber(path, profile)
  if (!number) return 'Enter a number.'
  const reading = number.read(text)
  return reading.kind === 'problem' ? reading.message : numberQuestion(readingsToChoose(reading), number.write)
}

/** A number to choose, in the store's signs and without the zeros that a box adds. */
export function choiceText(value: number, write: TypedNumber['write']): string {
  return Number.isInteger(value) ? String(value) : write(value)
}

/** Text set aside that reads well now, because the store's format came or changed meanwhile, is asked about too. */
export function readingsToChoose(reading: NumberReading): number[] {
  if (reading.kind === 'value') return [reading.value]
  return reading.kind === 'ambiguous' ? reading.readings : []
}
