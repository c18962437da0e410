import { isBlank } from '../fold-text'
import type { ProductTypeAttribute } from '../store'
import { textOfHtml } from '../text-of-html'
import { isTranslatedAttribute, textsOf } from './attribute-texts'
import { hasChoices, readChoice, readOption } from './option-kind'
import { fieldOf, isProductField, productFieldNames, type ProductField } from './product-fields'
import { entriesOf } from './list-kind'
import { twinOf } from './translated-fields'
import type { Texts } from './translations'

const pairs = productFieldNames.flatMap((name): [ProductField, ProductField][] => {
  const twin = twinOf(name)
  return fieldOf(name).isTranslated && isProductField(twin) ? [[name, twin]] : []
})

/** All texts of a product. */
type Searched = {
  read: (name: ProductField) => unknown
  /** Of the product types, by its id; undefined: they do not know it. */
  attributeOf: (id: string) => ProductTypeAttribute | undefined
  pictures: readonly ToldPicture[]
  /** What they are called, "Red, L", and what they have of their own. */
  variations: readonly (ToldPicture & { label: string; own: OwnTexts })[]
}
/** What is said of a picture; no text: of none. */
type ToldPicture = { alt: string; altTexts: Texts }
type OwnTexts = { attributes?: Texts; attributesTranslated?: Texts }

/** Which texts of a product say something, and nothing in this language: what they are called. */
export function missingTexts(of: Searched, language: string): string[] {
  const { read } = of
  // The field of a text's translations holds them by their languages.
  const inText = pairs
    .filter(([name, twin]) => isMissing(textOf(name, read(name)), read(twin) as Texts, language))
    .map(([name]) => fieldOf(name).label)
  const inOptions = entriesOf(read('options')).flatMap((entry) => {
    const { name, nameTranslated, type, choices } = readOption(entry)
    const chosen = hasChoices(type) ? choices.map(readChoice) : []
    const missed = chosen.filter(({ text, textTranslated }) => isMissing(text, textTranslated, language))
    return [
      ...(isMissing(name, nameTranslated, language) ? [`option “${name}”`] : []),
      ...missed.map(({ text }) => `choice “${text}”`),
    ]
  })
  return [
    ...inText,
    ...inAttributes(of, language),
    ...inOptions,
    ...inPictures(of, language),
    ...inVariations(of, language),
  ]
}

function inAttributes({ read, attributeOf }: Searched, language: string): string[] {
  // The field of attributes holds texts by their ids, the one of their translations by both.
  const [values, texts] = [read('attributes') as Texts, read('attributesTranslated') as Texts]
  return untold(values, texts, { attributeOf }, language)
}

const untold = (
  values: Texts,
  texts: Texts,
  { attributeOf }: Pick<Searched, 'attributeOf'>,
  language: string,
): string[] =>
  Object.entries(values).flatMap(([id, value]) => {
    const attribute = attributeOf(id)
    if (!attribute || !isSaidToShoppers(attribute)) return []
    return isMissing(value, textsOf(texts, id), language) ? [`attribute “${attribute.name || attribute.type}”`] : []
  })

/** In the order in which the shop shows them. */
const inPictures = ({ pictures }: Searched, language: string): string[] =>
  pictures.flatMap(({ alt, altTexts }, at) =>
    isMissing(alt, altTexts, language) ? [`alt text of picture ${at + 1}`] : [],
  )

const inVariations = ({ variations, attributeOf }: Searched, language: string): string[] =>
  variations.flatMap(({ label, alt, altTexts, own: { attributes = {}, attributesTranslated = {} } }) => [
    ...(isMissing(alt, altTexts, language) ? [`alt text of ${label}`] : []),
    ...untold(attributes, attributesTranslated, { attributeOf }, language).map((each) => `${each} of ${label}`),
  ])

/** A brand is called the same in every language. */
const isSaidToShoppers = (attribute: ProductTypeAttribute): boolean =>
  isTranslatedAttribute(attribute) && attribute.type !== 'BRAND' && attribute.show !== 'NOTSHOW'

/** A number is the same in every language. */
export const isMissing = (text: string, others: Texts, language: string): boolean =>
  !isBlank(textOfHtml(text)) && !/^[\d\s.,/-]+$/.test(text) && isBlank(textOfHtml(others[language] ?? ''))

const textOf = (name: ProductField, value: unknown): string =>
  fieldOf(name).kind.parts['text'] ? (value as { text: string }).text : String(value)
