import { fieldOf, productFieldNames, type ProductField } from '../../../electron/shared/fields/product-fields'
import type { ProductType } from '../../../electron/shared/store'
import { attributeColumns } from './attribute-columns'
import { categoriesColumn } from './categories-column'
import { flagColumn, numberColumn, partColumn, readColumn, textColumn, wordColumn } from './kind-columns'
import type { SheetColumn } from './sheet-column'
import { stockColumn } from './stock-column'

/** Every field of a product that has something to show in a cell, in the order of the form; each attribute has its own. */
export const sheetColumnsOf = (types: ProductType[]): readonly SheetColumn[] =>
  productFieldNames.flatMap((field) => (field === 'attributes' ? attributeColumns(types) : (ofFields.get(field) ?? [])))

const ofFields = new Map(productFieldNames.map((field) => [field, columnsOf(field)]))

function columnsOf(field: ProductField): SheetColumn[] {
  const { kind } = fieldOf(field)
  if (field === 'quantity') return [stockColumn]
  if (field === 'categoryIds') return [categoriesColumn]
  // Said with the number.
  if (field === 'unlimited') return []
  switch (kind.name) {
    case 'text':
    case 'longText':
      return [textColumn(field, kind.name === 'longText')]
    case 'number':
      return [numberColumn(field)]
    case 'flag':
      return [flagColumn(field)]
    case 'choice':
      return [wordColumn(field, Object.entries(kind.choices))]
    case 'record':
      return Object.keys(kind.parts).flatMap((name) => partColumn(field, name) ?? [])
    case 'translations':
    case 'attributeTexts':
    case 'attributeShows':
    case 'attributes':
      return []
    case 'html':
    case 'colour':
    case 'colours':
    case 'category':
    case 'categories':
    case 'productType':
    case 'product':
    case 'products':
    case 'shippingMethods':
    case 'taxes':
    case 'list':
    case 'options':
      return [readColumn(field)]
  }
}
