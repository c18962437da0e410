import type { Catalogue } from '../catalogue/catalogue'
import { isDelete, toSet } from '../shared/change-address'
import type { ChangeRecord, Lost, NewChange } from '../shared/change-record'
import { withAttributesNow } from '../shared/fields/attribute-texts'
import { entriesOf } from '../shared/fields/list-kind'
import { fieldOf, fieldsIn, readFields, type ProductFields, type ProductPatch } from '../shared/fields/product-fields'
import { attributeNamed, newAttribute } from '../shared/fields/attribute-made-here'
import { attributesGone } from './lost-along'
import type { NamesAnew } from './names-anew'
import { currentProduct } from './reindex'

/** What goes back, and the change that does it. */
type Back = { change: ChangeRecord; by: NewChange }

/** Edits that give products back what they lost with these, one for each of their fields. What was made of it since stays. */
export function givenBack(catalogue: Catalogue, anew: NamesAnew, back: readonly Back[]): NewChange[] {
  const products = new Map<number, { name: string; now: ProductFields; wanted: ProductPatch }>()
  for (const { change, by } of back) {
    for (const lost of change.token?.lost ?? []) {
      const productId = localIdOf(catalogue, anew, lost)
      const known = productId === undefined ? undefined : (products.get(productId) ?? seen(catalogue, productId))
      if (productId === undefined || !known) continue
      const now = { ...known.now, ...known.wanted }
      const more = change.thing === 'category' ? placesBack(now, lost, by) : valuesBack(now, lost, change, by)
      products.set(productId, { ...known, wanted: { ...known.wanted, ...more } })
    }
  }
  return [...products].flatMap(([productId, { name: productName, now, wanted }]) =>
    fieldsIn(wanted)
      .filter((field) => !fieldOf(field).kind.isSame(now[field], wanted[field]))
      .map((field) => ({ productId, productName, ...toSet(field), before: now[field], after: wanted[field] })),
  )
}

function seen(catalogue: Catalogue, productId: number) {
  const product = currentProduct(catalogue, productId)
  return product && { name: product.name ?? '', now: readFields(product), wanted: {} }
}

/** It may have been deleted and made anew itself. */
export function localIdOf({ products }: Catalogue, { nameNow }: NamesAnew, { id }: Lost): number | undefined {
  const now = nameNow({ thing: 'product', id })
  return now === null ? undefined : now < 0 ? -now : products.findByEcwidId(now)
}

function placesBack(
  now: ProductFields,
  { wasDefault, comesToFrontPage }: Lost,
  { productId }: NewChange,
): ProductPatch {
  return {
    categoryIds: [...now.categoryIds, productId],
    ...(wasDefault && now.defaultCategoryId === 0 && { defaultCategoryId: productId }),
    ...(comesToFrontPage && { showOnFrontpage: false }),
  }
}

function valuesBack(
  now: ProductFields,
  { values, texts, wasOfType }: Lost,
  change: ChangeRecord,
  by: NewChange,
): ProductPatch {
  // A product that is of another type by now has no place for them.
  if (isDelete(change) && wasOfType && now.productClassId !== 0) return {}
  const names = attributeNames(change)
  const nameNow = (id: string) => {
    const name = names.get(id) ?? attributeNamed(id)?.attribute
    return name === undefined ? undefined : newAttribute(by.productId, name)
  }
  const named = Object.entries(values ?? {}).flatMap(([id, value]): [string, string][] => {
    const name = nameNow(id)
    return name === undefined ? [] : [[name, value]]
  })
  const told = withAttributesNow(texts ?? {}, nameNow)
  return {
    ...(wasOfType && { productClassId: by.productId }),
    ...(named.length > 0 && { attributes: { ...now.attributes, ...Object.fromEntries(named) } }),
    ...(Object.keys(told).length > 0 && { attributesTranslated: { ...now.attributesTranslated, ...told } }),
  }
}

function attributeNames(change: ChangeRecord): Map<string, string> {
  const gone = attributesGone(change)
  const before = isDelete(change) ? (change.before as { attributes?: unknown } | null)?.attributes : change.before
  const named = entriesOf(before).map(({ id, name }) => [String(id), String(name)] as const)
  return new Map(named.filter(([id]) => gone.has(id)))
}
