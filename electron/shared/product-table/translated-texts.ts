import { fieldOf, isProductField, productFieldNames, type ProductField } from '../fields/product-fields'
import { textLabel, twinOf } from '../fields/translated-fields'
import { languageName } from '../language-name'

/** The texts of a product in other languages, each with what its column is called: `Name (German)`. */
export const translatedTexts: readonly { field: ProductField; titleIn: (language: string) => string }[] =
  productFieldNames.flatMap((name) => {
    const field = twinOf(name)
    if (!isProductField(field) || fieldOf(field).kind.name !== 'translations') return []
    return [{ field, titleIn: (language) => `${textLabel(fieldOf(name))} (${languageName(language)})` }]
  })
