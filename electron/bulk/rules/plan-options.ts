import type { ActionOf } from '../../shared/bulk-action'
import { editSays, type EditReason } from '../../shared/edit-reason'
import { hasChoices, readChoice, readOption } from '../../shared/fields/option-kind'
import type { Entry } from '../../shared/fields/kind'
import { entriesOf } from '../../shared/fields/list-kind'
import { foldText } from '../../shared/fold-text'
import { asNumber, changedBy, exact, plus, roundedTo } from '../../shared/numbers/exact'
import type { ChoicePriceRule } from '../../shared/option-rules'
import { decimalsOf } from '../../shared/price-rule'
import { productEdit, type BulkProduct, type Planner, type ProposedEdit } from '../planner'

const isCalled = (name: string, wanted: string): boolean => foldText(name.trim()) === foldText(wanted.trim())
const nameOf = (option: Entry): string => readOption(option).name
const optionsOf = ({ fields }: BulkProduct): readonly Entry[] => entriesOf(fields.options)

/** The option at the end of those there are; where one is called so, the choices that it lacks. Nothing is removed. */
export const planAddOption: Planner<ActionOf<'add-option'>> = (product, { rule }) => {
  const options = optionsOf(product)
  const there = options.find((option) => isCalled(nameOf(option), rule.name))
  const choices = apart(rule.choices).map((text) => ({ text }))
  if (!there) return [ofOptions(product, [...options, { name: rule.name, type: rule.type, choices }])]
  const { name, type } = readOption(there)
  if (!hasChoices(type)) {
    return [refusal(product, { says: 'option-filled-in', name, type })]
  }
  const known = entriesOf(there['choices'])
  const missing = choices.filter(({ text }) => !known.some((choice) => isCalled(readChoice(choice).text, text)))
  const grown = { ...there, choices: [...known, ...missing] }
  return [
    ofOptions(product, missing.length === 0 ? options : options.map((option) => (option === there ? grown : option))),
  ]
}

/** What the choices of an option change the price by; of others, and of products without it, nothing. */
export const planChoicePrices: Planner<ActionOf<'choice-prices'>> = (product, { rule }, { words }) => {
  const options = optionsOf(product)
  const option = options.find((each) => isCalled(nameOf(each), rule.option))
  if (!option) return [refusal(product, { says: 'no-option', name: rule.option })]
  const choices = entriesOf(option['choices'])
  const isMeant = (choice: Entry) => rule.choice === null || isCalled(readChoice(choice).text, rule.choice)
  const meant = choices.filter(isMeant)
  if (meant.length === 0) {
    const name = nameOf(option)
    const { choice } = rule
    return [refusal(product, choice === null ? { says: 'option-empty', name } : { says: 'no-choice', name, choice })]
  }
  const isByAmount = rule.change.kind === 'amount'
  const changed = meant.filter((choice) => !isByAmount || readChoice(choice).priceModifierType !== 'PERCENT')
  if (changed.length === 0) return [refusal(product, editSays('choices-by-percent'))]
  const decimals = decimalsOf(words.profile)
  const next = choices.map((choice) => (changed.includes(choice) ? withPrice(choice, rule.change, decimals) : choice))
  return [
    ofOptions(
      product,
      options.map((each) => (each === option ? { ...each, choices: next } : each)),
    ),
  ]
}

function withPrice(choice: Entry, change: ChoicePriceRule['change'], decimals: number): Entry {
  if (change.kind === 'set') return { ...choice, priceModifier: change.value, priceModifierType: change.of }
  const { priceModifier, priceModifierType } = readChoice(choice)
  const now = exact(priceModifier)
  const next = change.kind === 'amount' ? plus(now, exact(change.amount)) : changedBy(now, exact(change.percent))
  const kept = priceModifierType === 'PERCENT' ? mostOfPercent : decimals
  return { ...choice, priceModifier: asNumber(roundedTo(next, kept)) }
}

/** Decimals of a percentage. */
const mostOfPercent = 4

/** Each once, however it is written. */
const apart = (texts: readonly string[]): string[] =>
  texts.filter((text, at) => texts.findIndex((other) => isCalled(other, text)) === at)

const ofOptions = (product: BulkProduct, options: readonly Entry[]): ProposedEdit =>
  productEdit(product, 'options', options)
const refusal = (product: BulkProduct, reason: EditReason): ProposedEdit => ({
  ...ofOptions(product, optionsOf(product)),
  reason,
})
