import { languageName } from '../language-name'
import { sameKey } from '../picture-key'
import { choice, flag } from './choice-kinds'
import { colourProblem } from './colour-code'
import type { Faults } from './fault'
import { anything } from './field'
import { calledSo } from './formerly'
import type { Entry, Kind, NamedText, StoreWords } from './kind'
import { entriesOf, keyOf, listOf, readEntry, type EntryOf } from './list-kind'
import { plainField } from './plain-field'
import { priceChange, shownPriceChange } from './price-change'
import { colours, text } from './text-kinds'
import { translationsOf, type Texts } from './translations'

/** What shoppers pick or fill in, in the words of Ecwid's control panel. */
export const optionTypes: Readonly<Record<string, string>> = {
  SELECT: 'Drop-down list',
  RADIO: 'Radio buttons',
  SIZE: 'Size buttons',
  SWATCHES: 'Swatches',
  CHECKBOX: 'Checkboxes',
  TEXTFIELD: 'Text field',
  TEXTAREA: 'Text area',
  DATE: 'Date',
  FILES: 'File upload',
}

const filledIn = new Set(['TEXTFIELD', 'TEXTAREA', 'DATE', 'FILES'])
const pickedOne = new Set(['SELECT', 'RADIO', 'SIZE', 'SWATCHES'])

/** Whether shoppers pick from choices. */
export const hasChoices = (type: string): boolean => !filledIn.has(type)
/** Whether they pick one, which variations can be made of. */
export const picksOne = (type: string): boolean => pickedOne.has(type)

/** One that this version does not know is shown as the store calls it. */
const optionType: Kind<string> = {
  ...choice(optionTypes),
  schema: text.schema,
  read: (raw) => (typeof raw === 'string' ? raw : undefined),
  shown: (type) => optionTypes[type] ?? type,
}

const plain = { problem: anything, isTranslated: false }

/** What a text says in the other languages of the store. */
function inOtherLanguages(label: string) {
  const kind = translationsOf(label, text)
  return plainField<Texts>({ label: `${label} in other languages`, kind, empty: {}, ...plain })
}

/** Under this name an option or a choice carries what it was called before it was renamed here. */
const formerly = 'formerly'

const choiceFields = {
  text: plainField({
    label: 'Choice',
    kind: text,
    empty: '',
    problem: (value) => (value.trim() === '' ? 'choice-without-name' : null),
    isTranslated: true,
  }),
  textTranslated: inOtherLanguages('Choice'),
  priceModifier: plainField({ label: 'Price change', kind: priceChange, empty: 0, ...plain }),
  priceModifierType: plainField({
    label: 'Price change in',
    kind: choice({ ABSOLUTE: 'The currency', PERCENT: 'Percent' }),
    empty: 'ABSOLUTE',
    ...plain,
  }),
  /** Of the product, by its name; `swatch-pictures.ts` reads and writes it. */
  picture: plainField({
    label: 'Picture',
    kind: { ...text, isSame: (a, b) => sameKey(String(a ?? ''), String(b ?? '')) },
    empty: '',
    ...plain,
  }),
  hexCodes: plainField<readonly string[]>({
    label: 'Colours',
    kind: colours,
    empty: [],
    problem: (codes) => codes.map(colourProblem).find((problem) => problem !== null) ?? null,
    isTranslated: false,
  }),
}
export type OptionChoice = EntryOf<typeof choiceFields>

export const choices = listOf({
  key: 'text',
  fields: choiceFields,
  isOrdered: true,
  formerly,
  shown: (entry, { profile }) =>
    [...entry.hexCodes, entry.picture && 'a picture', shownPriceChange(entry, profile)].filter(Boolean).join(', '),
})

/** `Sand, Slate (+3,00 €)` */
const choicesInBrackets: typeof choices = {
  ...choices,
  shown: (all, words) => all.map((entry) => shownChoice(entry, words)).join(', '),
}

function shownChoice(entry: Entry, words: StoreWords): string {
  const more = choices.list.shown(entry, words)
  return [choices.list.named(entry, words), more && `(${more})`].filter(Boolean).join(' ')
}

const optionFields = {
  name: plainField({
    label: 'Option',
    kind: text,
    empty: '',
    problem: (value) => (value.trim() === '' ? 'option-without-name' : null),
    isTranslated: true,
  }),
  nameTranslated: inOtherLanguages('Option'),
  type: plainField({ label: 'Shown as', kind: optionType, empty: 'SELECT', ...plain }),
  choices: plainField({ label: 'Choices', kind: choicesInBrackets, empty: [], ...plain }),
  required: plainField({ label: 'Required', kind: flag, empty: false, ...plain }),
  /** The text of a choice, also the one that it had before it was renamed here: Ecwid's place in the list would mean another choice once something is put before it. */
  defaultChoice: plainField({ label: 'Chosen first', kind: text, empty: '', ...plain }),
  useImageAsSwatchSelector: plainField({
    label: 'Show product pictures as swatches',
    kind: flag,
    empty: false,
    ...plain,
  }),
}
export type ProductOption = EntryOf<typeof optionFields>

/** The choice that shoppers begin with; null: none, or one that is not there any more. */
export function chosenOf({
  choices: all,
  defaultChoice,
}: Pick<ProductOption, 'choices' | 'defaultChoice'>): string | null {
  const chosen = calledSo(choices.list, all, defaultChoice)
  return chosen ? keyOf(choices.list, chosen) : null
}

/** Where nothing is said, the store begins with the first choice of those of which one is picked. */
function withFirstChosen(option: Entry): Entry {
  if (option['defaultChoice'] !== undefined) return option
  const { type, choices: all } = readOption(option)
  const [first] = all
  return first && picksOne(type) ? { ...option, defaultChoice: keyOf(choices.list, first) } : option
}

/** The options of a product. */
const listOfOptions = listOf({
  key: 'name',
  fields: optionFields,
  isOrdered: true,
  formerly,
  naming: { defaultChoice: 'choices' },
  meant: withFirstChosen,
  problems: ({ type, choices: all }): Readonly<Faults> =>
    hasChoices(type) && all.length === 0 ? { choices: 'option-without-choices' } : {},
  shown: shownOption,
})
export const optionsKind: typeof listOfOptions = {
  ...listOfOptions,
  name: 'options',
  // Each language by itself: what an option is does not change with it.
  apart: (value, words) => [...(listOfOptions.apart?.(value, words) ?? []), ...inLanguages(value)],
}

/** `Size in German: Größe`, `Choices of Size in German: Klein, Groß` */
const inLanguages = (value: unknown): NamedText[] =>
  entriesOf(value).flatMap((entry) => {
    const { name, nameTranslated, choices: all } = readOption(entry)
    const texts = all.map((choice) => readChoice(choice).textTranslated)
    const languages = new Set([nameTranslated, ...texts].flatMap((each) => Object.keys(each)))
    return [...languages].flatMap((language) => {
      const own = { key: `${name} in ${language}`, label: `${name} in ${languageName(language)}` }
      const chosen = { key: `choices of ${own.key}`, label: `Choices of ${own.label}` }
      const lines = [
        { ...own, text: nameTranslated[language] ?? '' },
        { ...chosen, text: texts.map((each) => each[language] || '–').join(', ') },
      ]
      return lines.filter(({ text: said }) => /[^–, ]/.test(said))
    })
  })

function shownOption({ type, choices: all, ...option }: ProductOption, words: StoreWords): string {
  const chosen = chosenOf({ choices: all, ...option })
  const parts = [
    optionFields.type.kind.shown(type, words),
    hasChoices(type) && choicesInBrackets.shown(all, words),
    option.required && 'required',
    chosen !== null && `${chosen} chosen first`,
    option.useImageAsSwatchSelector && 'product pictures as swatches',
  ]
  return parts.filter(Boolean).join(', ')
}

export const readOption = (entry: Entry): ProductOption => readEntry(optionFields, entry)
export const readChoice = (entry: Entry): OptionChoice => readEntry(choiceFields, entry)
