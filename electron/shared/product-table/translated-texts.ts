import { isTranslatedAttribute } from '../fields/attribute-texts'
import type { StoreWords } from '../fields/kind'
import { fieldOf, isProductField, productFieldNames, type ProductField } from '../fields/product-fields'
import { textLabel, twinOf } from '../fields/translated-fields'
import { languageName } from '../language-name'
import { titles } from './titles'

/** The texts of a product in other languages, each with what its column is called: `Name (German)`. */
export const translatedTexts: readonly { field: ProductField; titleIn: (language: string) => string }[] =
  productFieldNames.flatMap((name) => {
    const field = twinOf(name)
    if (!isProductField(field) || fieldOf(field).kind.name !== 'translations') return []
    return [{ field, titleIn: (language) => `${textLabel(fieldOf(name))} (${languageName(language)})` }]
  })

const ofAttribute = 'attributesTranslated.'

/** `Attribute: Material (German)` */
export const attributeTextTitle = (name: string, language: string): string =>
  `${titles.attribute(name)} (${languageName(language)})`
export const attributeTextPath = (name: string, language: string): string => `${ofAttribute}${name}.${language}`
export const isAttributeText = (path: string): boolean => path.startsWith(ofAttribute)

/** The attributes of a store that say something else in each language, by their names, which several product types may have. */
export const translatedAttributes = ({ productTypes }: Pick<StoreWords, 'productTypes'>): Set<string> =>
  new Set(
    productTypes.flatMap(({ attributes }) =>
      attributes.filter(isTranslatedAttribute).map(({ name, type }) => name || type),
    ),
  )
