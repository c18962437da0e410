import { altOf, readState, type StoredImage } from './stored-product'
import type { SyncedStore } from './synced-store'

type Named = { id: number; name: string }
type Category = Named & Record<string, unknown> & { parentId: number; orderBy: number; productIds: number[] }
type Type = Named & { attributes: { id: number; name: string; type: string; show: string }[] }

/** The store as a person sees it: things by their names, whatever numbers the store has given them. */
export async function storeByNames(synced: SyncedStore) {
  const { products, categories } = await readState(synced.store)
  const headers = { Authorization: `Bearer ${synced.store.secretToken}` }
  const types = (await (await fetch(`${synced.store.baseUrl}/classes?asTest=1`, { headers })).json()) as Type[]
  const categoryName = new Map(categories.map(({ id, name }) => [id, name]))
  const typeName = new Map(types.map(({ id, name }) => [id, name]))
  const attributeName = new Map(types.flatMap(({ attributes }) => attributes.map(({ id, name }) => [id, name])))
  const productName = new Map(products.map(({ id, name }) => [id, name]))
  const named = (ids: readonly number[], names: ReadonlyMap<number, string>) =>
    ids.map((id) => names.get(id) ?? `? ${id}`)
  return {
    categories: (categories as unknown as Category[])
      .toSorted((a, b) => a.parentId - b.parentId || a.orderBy - b.orderBy)
      .map((each) => ({
        name: each.name,
        parent: categoryName.get(each.parentId) ?? null,
        enabled: each['enabled'],
        description: each['description'] ?? '',
        hasPicture: each['image'] !== undefined,
        products: named(each.productIds, productName).toSorted(),
      }))
      .toSorted(byName),
    types: types
      .map(({ name, attributes }) => ({
        name,
        attributes: attributes.map((each) => [each.name, each.type, each.show]),
      }))
      .toSorted(byName),
    products: products
      .map((each) => ({
        name: each.name,
        sku: each.sku,
        price: each.price,
        quantity: each.quantity,
        description: each.description,
        enabled: each['enabled'],
        categories: named(each.categoryIds, categoryName).toSorted(),
        defaultCategory: categoryName.get(Number(each['defaultCategoryId'] ?? 0)) ?? null,
        type: typeName.get(Number(each['productClassId'] ?? 0)) ?? null,
        attributes: (each['attributes'] as { id: number; value: string; valueTranslated?: Texts }[])
          // What an attribute had that is gone is shown to nobody.
          .filter(({ id, value }) => value !== '' && attributeName.has(id))
          .map(({ id, value, valueTranslated }) => `${attributeName.get(id)}: ${value}${inOthers(valueTranslated)}`)
          .toSorted(),
        files: each.files.map(({ name, description, sha256 }) => [name, description, sha256]),
        pictures: each.media.images.map((image) => altOf(image) + inOthers(translatedOf(image))),
        videos: each.media.videos,
        options: each['options'],
        variations: each.combinations.map(({ sku, options, image, ...own }) => [
          options,
          sku,
          own['price'],
          own['quantity'],
          own['unlimited'],
          own['warningLimit'],
          image !== undefined,
        ]),
      }))
      .toSorted(byName),
  }
}

type Texts = Readonly<Record<string, string>>
const translatedOf = ({ alt }: StoredImage): Texts | undefined =>
  typeof alt === 'string' ? undefined : alt?.translated

/** What is said in another language than the first one. */
const inOthers = (texts: Texts = {}): string =>
  Object.entries(texts)
    .flatMap(([language, text]) => (language === 'en' || text === '' ? [] : [` (${language}: ${text})`]))
    .toSorted()
    .join('')

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)
