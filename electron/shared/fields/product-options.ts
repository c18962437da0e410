import type { RemoteProduct } from '../remote-product'
import { anything, field, type Json } from './field'
import type { Entry } from './kind'
import { entriesOf, keyOf } from './list-kind'
import { readPlain } from './plain-field'
import { choices as choicesKind, chosenOf, hasChoices, optionsKind, picksOne, readOption } from './option-kind'
import { withRenamedVariations } from './renamed-variations'
import { withSwatchNumber, withSwatchPicture } from './swatch-pictures'
import { colours } from './text-kinds'
import { otherTexts, wholeMap } from './translations'
import { written } from './written'

export const options = field<readonly Entry[], false>({
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
  inFiles: {},
  // Its texts are, each in a map beside it.
  isTranslated: false,
  isInherited: false,
})

function optionsJson(): Json<readonly Entry[]> {
  return {
    get: (product) =>
      (optionsKind.read(product.options) ?? []).map((one) =>
        withPictures(withOtherTexts(withChosenText(one), product.storeLanguages), product),
      ),
    lay: (product, value) => {
      const laid: RemoteProduct = {
        ...product,
        options: entriesOf(value).map((one) => toStore(one, keptNames, product)),
      }
      return withRenamedVariations(laid, product.options ?? [])
    },
    body: (value, { product }) => ({
      options: entriesOf(value).map((one) => toStore(one, droppedNames, product)),
    }),
  }
}

/** Ecwid counts from 0. Without a number the first of those of which one is picked; null: none. */
function withChosenText(option: Entry): Entry {
  const { defaultChoice, choices } = option
  if (typeof defaultChoice !== 'number') return optionsKind.list.meant(option)
  const text = entriesOf(choices)[defaultChoice]?.['text']
  return typeof text === 'string' ? { ...option, defaultChoice: text } : option
}

type Languages = readonly string[] | undefined

/** Without what its texts say in the first language: they say it themselves. */
function withOtherTexts(option: Entry, languages: Languages): Entry {
  const others = (entry: Entry, name: string): Entry => {
    const map = `${name}Translated`
    return entry[map] === undefined ? {} : { [map]: otherTexts(entry[map], { text: String(entry[name]), languages }) }
  }
  const all = option['choices']
  const choices = Array.isArray(all) && {
    choices: entriesOf(all).map((choice) => ({ ...choice, ...others(choice, 'text') })),
  }
  return { ...option, ...others(option, 'name'), ...choices }
}

function withPictures(option: Entry, product: RemoteProduct): Entry {
  const all = option['choices']
  if (!Array.isArray(all)) return option
  return { ...option, choices: entriesOf(all).map((choice) => withSwatchPicture(choice, product)) }
}

/** With it, where there is a map at all. `read`: the entry as it was given. */
function withAllTexts(entry: Entry, read: Entry, name: string, languages: Languages): Entry {
  const map = `${name}Translated`
  const { [map]: others, ...rest } = entry
  const texts = readPlain(entry, map, { kind: optionsKind.list.fields.nameTranslated.kind, empty: {} })
  if (others === undefined || (read[map] === undefined && Object.keys(texts).length === 0)) return rest
  return { ...rest, [map]: wholeMap(texts, {}, { text: String(entry[name]), languages }) }
}

const keptNames = (entry: Entry): Entry => entry
const droppedNames = ({ formerly: _, ...entry }: Entry): Entry => entry

/** What shoppers fill in has no choices. */
function toStore(entry: Entry, renamed: (entry: Entry) => Entry, product: RemoteProduct | undefined) {
  const languages = product?.storeLanguages
  const [given = {}] = entriesOf(written(optionsKind, [entry]))
  const option = readOption(given)
  const { type } = option
  const chosen = chosenOf(option)
  const { choices, defaultChoice, useImageAsSwatchSelector, ...rest } = renamed(
    withAllTexts(given, entry, 'name', languages),
  )
  const read = entriesOf(entry['choices'])
  const all = entriesOf(choices).map((choice, at) => {
    const given = read[at] ?? {}
    return renamed(withSwatchNumber(withAllTexts(choice, given, 'text', languages), given, product))
  })
  const place = chosen === null ? -1 : all.findIndex((choice) => keyOf(choicesKind.list, choice) === chosen)
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
  const codes = colours.schema.safeParse(hexCodes).data ?? hexCodes
  return { ...choice, text: String(choice['text']), ...(!isNone && { hexCodes: codes }) }
}
