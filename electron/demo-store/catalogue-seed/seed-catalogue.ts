import { buildProduct, firstProductId, type SeedTools } from './build-product'
import { firstCategoryId, categoryKeys, seedCategories } from './category-seed'
import { seedClasses } from './class-seed'
import { homeProducts } from './home-products'
import { bagProducts } from './bag-products'
import { livingProducts } from './living-products'
import { kitchenProducts } from './kitchen-products'
import { paperProducts } from './paper-products'
import { seedProfile } from './profile-seed'
import { tableProducts } from './table-products'
import { seedReviews } from './review-seed'
import { syntheticProducts } from './synthetic-products'
import type { PictureSource, StoredCatalogue, StoredCategory, StoredProduct } from '../stored-catalogue'

/** 2026-01-05 00:00:00 UTC: the newest change of a fresh demo store, so that its answers do not depend on the day. */
const newest = 1767571200

const shelves = [
  tableProducts,
  kitchenProducts,
  [...homeProducts, ...livingProducts],
  [...paperProducts, ...bagProducts],
]

export type SeedOptions = { storeId: number; products: number; seed: number }

/** The shop as it opens: the drawn products first, then made-up ones until the number is reached. */
export function seedCatalogue({ storeId, products: count, seed }: SeedOptions): StoredCatalogue {
  const pictures = new Map<number, PictureSource>()
  let picture = 5000000000
  let variation = 400000000
  const tools: SeedTools = {
    nextPicture: (source) => {
      picture += 10
      pictures.set(picture, source)
      return picture
    },
    nextVariation: () => (variation += 1),
    newest,
    seed,
  }
  const categories = new Map(seedCategories(tools.nextPicture).map((each) => [each.id, each]))
  const drawn = interleaved(shelves).slice(0, count)
  const products = drawn.map((each, position) => buildProduct(each, position, tools))
  products.push(...syntheticProducts(products.length, count, tools))
  fillCategories(categories, products)
  return {
    profile: seedProfile(storeId),
    products: new Map(products.map((product) => [product.id, product])),
    categories,
    classes: new Map(seedClasses().map((each) => [each.id, each])),
    pictures,
    frontPage: drawn.flatMap((each, position) => (each.frontPage ? [firstProductId + position] : [])),
    deleted: [],
    reviews: seedReviews(newest, products.length),
    nextIds: {
      product: firstProductId + products.length,
      category: firstCategoryId + categoryKeys.length * 10,
      class: 500000004,
      attribute: 300000100,
      combination: variation + 1,
      picture: picture + 10,
      file: 600000001,
      video: 800000001,
      sku: 1,
    },
    updated: { products: newest, categories: newest - 172800, profile: newest - 500000 },
  }
}

/** Takes from the lists in turn, so that a small demo has something of everything. */
function interleaved<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, row) => lists.flatMap((list) => list.slice(row, row + 1))).flat()
}

function fillCategories(categories: Map<number, StoredCategory>, products: readonly StoredProduct[]): void {
  const members = new Map<number, number[]>()
  for (const { id, values } of products) {
    for (const category of values.categoryIds) {
      const list = members.get(category)
      if (list) list.push(id)
      else members.set(category, [id])
    }
  }
  for (const [id, productIds] of members) {
    const category = categories.get(id)
    if (category) categories.set(id, { ...category, productIds })
  }
}
