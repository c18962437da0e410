import { plainEditReasons, type EditReason, type PlainEditReason } from '../edit-reason'
import { optionTypes } from '../fields/option-kind'
import { fieldOf } from '../fields/product-fields'
import { longestAlt } from '../limits'
import { formatNumber } from '../numbers/numbers'
import { toEditedField } from '../proposal'
import { mostAtOnce } from '../variations/generation'
import { patternProblem } from '../variations/sku-pattern'
import { cellReasonText } from './cell-reason'
import { editedText } from './proposal'

export function editReasonText(reason: EditReason): string {
  switch (reason.says) {
    case 'no-such-name-in-pattern':
      return `It has no {${reason.name}}.`
    case 'has-none-of':
      return `It has no ${fieldOf(reason.field).label.toLowerCase()}.`
    case 'only-in-stock':
      return `Only ${formatNumber(reason.count)} in stock.`
    case 'option-filled-in':
      return `Its option “${reason.name}” has no choices: shoppers see a ${typeText(reason.type)}.`
    case 'option-has-choices':
      return `Its option “${reason.name}” has choices, which a ${typeText(reason.type)} would lose. Nothing is removed by a table.`
    case 'no-option':
      return `It has no option “${reason.name}”.`
    case 'option-empty':
      return `Its option “${reason.name}” has no choices.`
    case 'no-choice':
      return `Its option “${reason.name}” has no choice “${reason.choice}”.`
    case 'no-such-option-to-pick':
      return `It has no option “${reason.name}” that shoppers pick one choice of.`
    case 'too-many-variations':
      return `Its choices make ${formatNumber(reason.count)} variations. At most ${formatNumber(mostAtOnce)} are made at once.`
    case 'sku-pattern':
      return patternProblem(reason.pattern, reason.options) ?? plain['pattern-comes-out-empty']
    case 'sku-there':
      return `A product with the SKU ${reason.name} is there by now.`
    case 'sku-taken':
      return `Another product has the SKU ${reason.name}.`
    case 'name-there':
      return `A product called ${reason.name} is there by now.`
    case 'category-not-back':
      return notBackText(reason.names, ['category', 'categories'])
    case 'type-not-back':
      return notBackText(reason.names, ['product type', 'product types'])
    case 'attribute-not-back':
      return notBackText(reason.names, ['attribute', 'attributes'])
    case 'attribute-not-of-type':
      return `Its product type has no ${withNames(reason.names, ['attribute', 'attributes'], 'such ')}.`
    case 'of-new':
      return `${editedText(toEditedField(reason.field))}: ${editReasonText(reason.reason)}`
    default:
      return isPlain(reason) ? plain[reason.says] : cellReasonText(reason)
  }
}

const typeText = (type: string): string => optionTypes[type]?.toLowerCase() ?? type

function notBackText(names: readonly string[], [one, many]: [string, string]): string {
  const rest = names.length > 1 ? 'are not here, and do not come back' : 'is not here, and does not come back'
  return `Its ${withNames(names, [one, many])} ${rest} with it.`
}

/** `unnamed`: what stands before them where no name is known. */
function withNames(names: readonly string[], [one, many]: [string, string], unnamed = ''): string {
  const known = names.filter((name) => name !== '').map((name) => `“${name}”`)
  const word = names.length > 1 ? many : one
  return known.length > 0 ? `${word} ${known.join(', ')}` : `${unnamed}${word}`
}

const isPlain = (reason: EditReason): reason is Extract<EditReason, { says: PlainEditReason }> =>
  plainEditReasons.some((code) => code === reason.says)

const plain: Record<PlainEditReason, string> = {
  'pattern-comes-out-empty': 'The pattern comes out empty.',
  'on-sale-already': 'It is on sale already.',
  'not-on-sale': 'It is not on sale.',
  'sale-not-below-price': 'The sale price would not be below the price.',
  'amount-too-long': 'The amount would have more digits than can be kept exactly.',
  'amount-below-zero': 'The amount would be below zero.',
  'no-amount-between': 'No amount between the lowest and the highest is rounded so.',
  'stock-unlimited': 'Its stock is unlimited.',
  'choices-by-percent': 'These choices change the price by percent, and no amount is added to that.',
  'no-option-to-pick': 'It has no option that shoppers pick one choice of.',
  'stock-needs-sku': 'A stock of its own needs an SKU of its own, and the pattern gives none.',
  'delete-waits': 'Its delete has not been sent yet. Take that back in Changes.',
  'picture-gone': 'This picture is not there any more.',
  'alt-too-long': `An alt text has at most ${formatNumber(longestAlt)} characters, and this one was longer. Shorten it, and enter it by hand.`,
  'product-gone': 'This product is no longer in the catalogue.',
  'typed-no-more': 'It is typed no more: it was saved or taken back after this review was made.',
}
