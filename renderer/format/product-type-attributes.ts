import type { ProductFields } from '../../electron/shared/fields/product-fields'
import type { ProductType, ProductTypeAttribute } from '../../electron/shared/store'

type Attributes = { general: ProductTypeAttribute[]; own: ProductTypeAttribute[] }

const firstTypes = ['UPC', 'BRAND']

/** The attributes of every product (General, UPC and Brand first), and those of its own type. */
export function attributesOf(types: ProductType[], typeId: number): Attributes {
  const general = types.find(({ id }) => id === 0)?.attributes ?? []
  const own = typeId === 0 ? [] : (types.find(({ id }) => id === typeId)?.attributes ?? [])
  const known = new Set(general.map(({ id }) => id))
  const rank = ({ type }: ProductTypeAttribute) => {
    const place = firstTypes.indexOf(type)
    return place < 0 ? firstTypes.length : place
  }
  return { general: [...general].sort((a, b) => rank(a) - rank(b)), own: own.filter(({ id }) => !known.has(id)) }
}

/** Names of the attributes that have a value and no place in the type. */
export function lostAttributes(types: ProductType[], typeId: number, values: ProductFields['attributes']): string[] {
  const { general, own } = attributesOf(types, typeId)
  const kept = new Set([...general, ...own].map(({ id }) => String(id)))
  const named = new Map(
    types.flatMap(({ attributes }) => attributes.map(({ id, name }) => [String(id), name] as const)),
  )
  return Object.entries(values)
    .filter(([id, value]) => value !== '' && !kept.has(id) && named.has(id))
    .map(([id]) => named.get(id) ?? id)
}
