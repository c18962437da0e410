import type { RemoteProduct } from '../remote-product'
import { anything, field, type Json } from './field'
import type { Entry } from './kind'
import { entriesOf } from './list-kind'
import { chosenOf, hasChoices, optionsKind, picksOne, readOption } from './option-kind'
import { withRenamedVariations } from './renamed-variations'
import { written } from './written'

export const options = field<readonly Entry[]>({
  label: 'Options',
  hint: 'What shoppers pick or fill in when they buy, such as a size, a colour or an engraving.',
  section: 'options',
  kind: optionsKind,
  empty: [],
  json: optionsJson(),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  // Each is a line of its own there.
  inFiles: [],
  // Its texts are, each in a map of its own beside it.
  isTranslated: false,
  isInherited: false,
})

function optionsJson(): Json<readonly Entry[]> {
  return {
    get: (product) => (optionsKind.read(product.options) ?? []).map(withChosenText),
    lay: (product, value) => {
      const laid: RemoteProduct = { ...product, options: entriesOf(value).map((one) => toStore(one, keptNames)) }
      return withRenamedVariations(laid)
    },
    body: (value) => ({ options: entriesOf(value).map((one) => toStore(one, droppedNames)) }),
  }
}

/** Ecwid counts from 0. Without a number the first of those of which one is picked; null: none. */
function withChosenText(option: Entry): Entry {
  const { defaultChoice, choices } = option
  const isFirst = defaultChoice === undefined && picksOne(readOption(option).type)
  const place = isFirst ? 0 : typeof defaultChoice === 'number' ? defaultChoice : -1
  const text = entriesOf(choices)[place]?.['text']
  return typeof text === 'string' ? { ...option, defaultChoice: text } : option
}

const keptNames = (entry: Entry): Entry => entry
const droppedNames = ({ formerly: _, ...entry }: Entry): Entry => entry

/** What shoppers fill in has no choices. */
function toStore(entry: Entry, renamed: (entry: Entry) => Entry) {
  const [given = {}] = entriesOf(written(optionsKind, [entry]))
  const option = readOption(given)
  const { type } = option
  const chosen = chosenOf(option)
  const { choices, defaultChoice, useImageAsSwatchSelector, ...rest } = renamed(given)
  const all = entriesOf(choices).map(renamed)
  const place = chosen === null ? -1 : all.findIndex(({ text }) => text === chosen)
  const isSaid = entry['defaultChoice'] !== undefined && defaultChoice !== undefined
  return {
    ...rest,
    name: String(rest['name']),
    ...(hasChoices(type) && { choices: all.map(withoutNoColours) }),
    ...(hasChoices(type) &&
      isSaid &&
      (place >= 0 ? { defaultChoice: place } : picksOne(type) && { defaultChoice: null })),
    ...((useImageAsSwatchSelector === true || entry['useImageAsSwatchSelector'] !== undefined) && {
      useImageAsSwatchSelector,
    }),
  }
}

/** Only swatches have colours. */
function withoutNoColours({ hexCodes, ...choice }: Entry) {
  const isNone = Array.isArray(hexCodes) && hexCodes.length === 0
  return { ...choice, text: String(choice['text']), ...(!isNone && { hexCodes }) }
}
