import { sections } from '../../../electron/shared/fields/field'
import { hasEntries } from '../../../electron/shared/fields/entries'
import type { Kind, StoreWords } from '../../../electron/shared/fields/kind'
import { fieldOf, productFieldNames } from '../../../electron/shared/fields/product-fields'
import { foldText } from '../../../electron/shared/fold-text'

/** These have questions of their own. */
const elsewhere = new Set(['categoryIds', 'options'])

/** Texts under names are edited product by product; of attributes, each is chosen by its name. */
const isSettable = (kind: Kind): boolean =>
  kind.box !== 'texts' && (kind.box !== 'none' || Object.keys(kind.parts).length > 0 || hasEntries(kind))

const settable = productFieldNames.filter((name) => !elsewhere.has(name) && isSettable(fieldOf(name).kind))

/** Chosen among the fields, though they are none. */
export const pictures = 'pictures'

const attributeSign = 'attribute '

/** Undefined: it is a field. */
export const attributeIn = (chosen: string): string | undefined =>
  chosen.startsWith(attributeSign) ? chosen.slice(attributeSign.length) : undefined

/** Fields by the sections of the form, and each name that attributes have in any type. */
export function settableIn({ productTypes }: StoreWords) {
  const named = new Map(
    productTypes.flatMap(({ attributes }) =>
      attributes.map(({ name, type }) => [foldText(name || type), name || type] as const),
    ),
  )
  const inSections = Object.entries(sections).flatMap(([section, { title }]) => {
    const items = settable
      .filter((name) => fieldOf(name).section === section)
      .map((name) => ({ value: name as string, label: fieldOf(name).label }))
    return items.length > 0 ? [{ group: title as string, items }] : []
  })
  const attributes = [...named.values()].map((label) => ({ value: attributeSign + label, label }))
  return [
    ...inSections,
    ...(attributes.length > 0 ? [{ group: 'Attributes', items: attributes }] : []),
    { group: 'Pictures', items: [{ value: pictures, label: 'Pictures' }] },
  ]
}
