import type { Catalogue } from '../catalogue/catalogue'
import type { NamedProduct, ProductComponent } from '../shared/product'
import type { RemoteProduct } from '../shared/remote-product'
import { variationLabel } from './variation-pictures'

/** Those of the products that are here. */
export const namedProducts = (catalogue: Catalogue, references: readonly number[]): NamedProduct[] =>
  references.flatMap((reference) => namedProduct(catalogue, reference) ?? [])

function namedProduct({ products }: Catalogue, reference: number): NamedProduct | null {
  const id = reference < 0 ? -reference : products.findByEcwidId(reference)
  const row = id === undefined ? undefined : products.row(id)
  return row ? { reference, id: row.id, name: row.name, sku: row.sku, thumbnail: row.thumbnail } : null
}

export const componentsOf = (catalogue: Catalogue, { compositeComponents = [] }: RemoteProduct): ProductComponent[] =>
  compositeComponents.map(({ productId: reference, combinationId, quantity = 1 }) => {
    const product = namedProduct(catalogue, reference)
    const of = product && combinationId ? catalogue.products.get(product.id)?.remote?.combinations : undefined
    const variation = of?.find(({ id }) => id === combinationId)
    return { reference, product, variation: variation ? variationLabel(variation) : '', quantity }
  })
