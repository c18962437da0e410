import { ownFieldNames } from '../../electron/shared/fields/own-fields'
import { noWords } from '../../electron/shared/fields/kind'
import { fieldOf, type ProductField } from '../../electron/shared/fields/product-fields'
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
  if (kind.name === 'text') return [textColumn(field)]
  if (kind.name === 'number') return [numberColumn(field)]
  if (kind.name === 'flag')
    return [
      wordColumn(field, [
        [true, kind.shown(true, noWords)],
        [false, kind.shown(false, noWords)],
      ]),
    ]
  // Ecwid hides a product that is sold out, and none of its variations.
  if (kind.name === 'choice')
    return [
      wordColumn(
        field,
        Object.entries(kind.choices).filter(([word]) => word !== 'HIDE'),
      ),
    ]
  const parts = Object.entries(kind.parts)
  return parts.every(([, part]) => part.kind.name === 'number') ? parts.map(([name]) => partColumn(field, name)) : []
}
