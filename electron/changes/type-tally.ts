import type { Catalogue } from '../catalogue/catalogue'
import type { TypeTally } from '../shared/shelf'
import { createPacer } from './pacer'
import { currentProduct } from './reindex'
import { shelfNamed } from './shelves'

/** How many products are of a type, and have a value for each attribute of it, with all that waits. Looks at every product. */
export async function typeTally(catalogue: Catalogue, named: number): Promise<TypeTally> {
  const pace = createPacer()
  const { id, type } = catalogue.moment(() => typeNamed(catalogue, named))
  const values = new Map(type?.attributes.map((attribute) => [attribute.id, 0]))
  let products = 0
  for (const productId of catalogue.products.idsAfter(0)) {
    const current = catalogue.moment(() => currentProduct(catalogue, productId))
    const { productClassId = 0, attributes = [] } = current ?? {}
    if (productClassId === id) products += 1
    for (const { id: attribute = 0, value } of attributes) {
      const count = values.get(attribute)
      if (count !== undefined && value !== undefined && value !== '') values.set(attribute, count + 1)
    }
    await pace()
  }
  return { products, values: Object.fromEntries(values) }
}

function typeNamed(catalogue: Catalogue, named: number) {
  const id = catalogue.shelves.get(shelfNamed(catalogue, 'productType', named))?.ecwidId ?? named
  return { id, type: catalogue.productTypes.list().find((each) => each.id === id) }
}
