import type { ProductPatch } from '../../../electron/shared/fields/product-fields'
import type { ProductType, ProductTypeAttribute } from '../../../electron/shared/store'
import { attributesOf } from '../../format/product-type-attributes'
import { attributeColumn as ownColumn } from '../../format/variation-column'
import { readColumn } from './kind-columns'
import type { SheetColumn } from './sheet-column'

/** One for each attribute that products of the store may have: those of all first, then those of each type. */
export function attributeColumns(types: ProductType[]): SheetColumn[] {
  const { general } = attributesOf(types, 0)
  const ofTypes = types.flatMap(({ id, name }) =>
    attributesOf(types, id).own.map((own) => ({ ...own, typeName: name })),
  )
  const all = [...general.map((each) => ({ ...each, typeName: null })), ...ofTypes]
  return all.map((attribute) => attributeColumn(attribute, titleAmong(all, attribute)))
}

type OfType = ProductTypeAttribute & { typeName: string | null }

/** With the name of its type where two types have attributes that are called the same. */
const titleAmong = (all: readonly OfType[], { id, name, typeName }: OfType): string =>
  typeName !== null && all.some((other) => other.id !== id && other.name === name) ? `${name} (${typeName})` : name

function attributeColumn({ id, name, type }: ProductTypeAttribute, title: string): SheetColumn {
  const shown = ({ attributes }: ProductPatch) => attributes?.[id] ?? ''
  return {
    ...readColumn('attributes'),
    ...{ path: `attributes.${id}`, title, width: 140, fields: ['attributes', 'productClassId'], key: String(id) },
    own: ownColumn({ id, name, type }),
    shown,
    typing: {
      text: shown,
      read: (text, { attributes = {}, productClassId = 0 }, { productTypes }) => {
        const { [id]: _, ...others } = attributes
        const value = text.replace(/\s*[\r\n]+\s*/g, ' ').trim()
        if (value === '') return { values: { attributes: others } }
        return isAmong(productTypes, productClassId, id)
          ? { values: { attributes: { ...others, [id]: value } } }
          : { text }
      },
      unread: () => `The type of this product has no “${name}”. Give it another type, or leave this empty.`,
      choices: () => [],
      isLong: false,
    },
  }
}

function isAmong(types: ProductType[], typeId: number, attributeId: number): boolean {
  const { general, own } = attributesOf(types, typeId)
  return [...general, ...own].some(({ id }) => id === attributeId)
}
