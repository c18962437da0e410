import { wrongParameter } from './api-error'
import { checkField, readItems, readTexts } from './body-fields'
import { besideKnown, type JsonObject } from './json-object'
import type { Store } from './store'
import type { AttributeValue, ClassAttribute, ProductValues } from './stored-catalogue'

const attributeShows = ['NOTSHOW', 'DESCR', 'PRICE'] as const

/**
 * The complete new list of values: what is not listed is dropped, as is what belongs to neither the product's type nor the
 * General one. Attributes are named by `id`, `alias` (BRAND, UPC, ...) or `name`; an empty value removes.
 * `show` says how this product shows it; without one the type does.
 * @param sent undefined when only the product type changed
 */
export function readAttributes(
  sent: unknown,
  values: ProductValues,
  store: Store,
  defaultLanguage: string,
): AttributeValue[] {
  const allowed = [0, values.productClassId].flatMap((id) => store.productClass(id)?.attributes ?? [])
  const belongs = ({ id }: AttributeValue) => allowed.some((attribute) => attribute.id === id)
  if (sent === undefined) return values.attributes.filter(belongs)

  const read = readItems(sent, 'Product.attributes').flatMap((item, position): AttributeValue[] => {
    const path = `Product.attributes[${position}]`
    const attribute = findAttribute(item, allowed)
    if (!attribute) throw wrongParameter(`${path}: the product type has no such attribute`)
    return readValue(item, attribute.id, path, values.attributes, defaultLanguage)
  })
  const order = new Map(allowed.map(({ id }, position) => [id, position]))
  return read.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
}

const valueParts = ['id', 'alias', 'name', 'nameTranslated', 'value', 'valueTranslated', 'type', 'show']

/** The list is replaced: what is not sent along is gone. */
export function laterOf(item: JsonObject): Pick<AttributeValue, 'later'> {
  const later = besideKnown(item, valueParts)
  return Object.keys(later).length > 0 ? { later } : {}
}

export function findAttribute(item: JsonObject, allowed: readonly ClassAttribute[]): ClassAttribute | undefined {
  const { id, alias, name } = item
  if (typeof id === 'number') return allowed.find((each) => each.id === id)
  const byType = typeof alias === 'string' ? allowed.find((each) => each.type === alias.toUpperCase()) : undefined
  return byType ?? (typeof name === 'string' ? allowed.find((each) => each.name === name) : undefined)
}

function readValue(
  item: JsonObject,
  id: number,
  path: string,
  current: readonly AttributeValue[],
  defaultLanguage: string,
): AttributeValue[] {
  const translated = readTexts(item['valueTranslated'], `${path}.valueTranslated`)
  const before = current.find((each) => each.id === id)
  const show = item['show'] ?? before?.show
  if (show !== undefined) checkField(show, attributeShows, `${path}.show`)
  const sent = item['value'] ?? translated[defaultLanguage] ?? before?.value
  if (sent === undefined) return []
  // Clients written against the real API send numbers for UNITS_IN_PRODUCT and the like.
  const value = typeof sent === 'number' ? String(sent) : sent
  checkField(value, 'string', `${path}.value`)
  if (value === '') return []
  return [
    {
      id,
      value: String(value),
      valueTranslated: { ...before?.valueTranslated, ...translated, [defaultLanguage]: String(value) },
      ...(typeof show === 'string' ? { show } : {}),
      ...laterOf(item),
    },
  ]
}
