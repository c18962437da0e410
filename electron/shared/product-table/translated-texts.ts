import { fieldOf, productFieldNames, type ProductField } from '../fields/product-fields'
import { languageName } from '../language-name'

/** The texts of a product in other languages, each with what its column is called: `Name (German)`. */
export const translatedTexts: readonly { field: ProductField; titleIn: (language: string) => string }[] =
  productFieldNames
    .filter((name) => fieldOf(name).kind.name === 'translations')
    .map((field) => {
      const label = fieldOf(field).label.replace(/ in other languages$/, '')
      return { field, titleIn: (language) => `${label} (${languageName(language)})` }
    })
