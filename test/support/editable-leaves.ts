import type { Kind } from '../../electron/shared/fields/kind'
import { ownFieldNames } from '../../electron/shared/fields/own-fields'
import { fieldOf, productFieldNames, type ProductField } from '../../electron/shared/fields/product-fields'

/** What is edited by one control: a field, a part of one, a list that gets an entry more, or a value of one of its entries. */
export type Leaf = { field: ProductField; path: string; kind: Kind }

/** The lines that are edited: no variation is made of this option, and a tier that comes last stays there. */
const lines: Partial<Record<string, number>> = { options: 3, wholesalePrices: 1 }
const brand = '300000002'

export const productLeaves = (): Leaf[] => productFieldNames.flatMap(leavesOf)
export const ownLeaves = (): Leaf[] => ownFieldNames.flatMap(leavesOf)

const leavesOf = (field: ProductField): Leaf[] =>
  within(field, fieldOf(field).kind).map(([path, kind]) => ({ field, path, kind }))

function within(path: string, kind: Kind): [string, Kind][] {
  const parts = Object.entries(kind.parts)
  if (parts.length > 0) return parts.flatMap(([name, part]) => within(`${path}.${name}`, part.kind))
  switch (kind.name) {
    case 'list':
      return [...linesOf(path, kind), [path, kind]]
    case 'options':
      return linesOf(path, kind)
    case 'translations':
      return [[`${path}.de`, kind.each ?? kind]]
    case 'attributeShows':
    case 'attributes':
      return [[`${path}.${brand}`, kind]]
    case 'attributeTexts':
      return [[`${path}.${brand}.de`, kind]]
    default:
      return [[path, kind]]
  }
}

const linesOf = (path: string, { list }: Kind): [string, Kind][] =>
  Object.entries(list?.fields ?? {}).flatMap(([name, field]) =>
    within(`${path}.${lines[path] ?? 0}.${name}`, field.kind),
  )
