import { ownFieldNames } from '../../electron/shared/fields/own-fields'
import { fieldOf, type ProductField } from '../../electron/shared/fields/product-fields'
import { flagWords } from './flag-words'
import {
  numberColumn,
  partColumn,
  skuColumn,
  stockColumn,
  textColumn,
  wordColumn,
  type VariationColumn,
} from './variation-column'

/** What most shops tell their variations apart by; the others are shown when they are chosen. */
const usual: readonly ProductField[] = [
  'sku',
  'price',
  'compareToPrice',
  'costPrice',
  'quantity',
  'warningLimit',
  'weight',
]

/** Every value of a variation that fits into one box, the usual ones first. */
export const variationColumns: readonly VariationColumn[] = [
  ...usual,
  ...ownFieldNames.filter((name) => !usual.includes(name)),
].flatMap(columnsOf)

export const usualColumns: readonly string[] = usual

function columnsOf(field: ProductField): VariationColumn[] {
  const { kind } = fieldOf(field)
  if (field === 'sku') return [skuColumn]
  if (field === 'quantity') return [stockColumn]
  // Said with the number.
  if (field === 'unlimited') return []
  switch (kind.name) {
    case 'text':
      return [textColumn(field)]
    case 'number':
      return [numberColumn(field)]
    case 'flag':
      return [wordColumn(field, flagWords(kind))]
    case 'choice':
      // Ecwid hides a product that is sold out, and none of its variations.
      return [
        wordColumn(
          field,
          Object.entries(kind.choices).filter(([word]) => word !== 'HIDE'),
        ),
      ]
    case 'record': {
      const parts = Object.entries(kind.parts)
      return parts.every(([, part]) => part.kind.name === 'number')
        ? parts.map(([name]) => partColumn(field, name))
        : []
    }
    case 'longText':
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
    case 'attributes':
    case 'attributeTexts':
    case 'attributeShows':
    case 'translations':
    case 'list':
    case 'options':
      return []
  }
}
