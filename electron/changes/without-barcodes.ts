import type { RemoteProduct } from '../shared/remote-product'
import type { ProductType } from '../shared/store'

/** A product without its UPC, and its variations without theirs: a barcode is of one article, so no copy beside it has the same. */
export function withoutBarcodes(product: RemoteProduct, types: readonly ProductType[]): RemoteProduct {
  const all = types.flatMap(({ attributes }) => attributes).filter(({ type }) => type === 'UPC')
  const barcodes = new Set(all.map(({ id }) => id))
  const isBarcode = ({ id, type }: { id?: number | undefined; type?: string | undefined }) =>
    type === 'UPC' || (id !== undefined && barcodes.has(id))
  return {
    ...product,
    attributes: product.attributes?.filter((each) => !isBarcode(each)),
    combinations: product.combinations?.map((variation) => {
      const { attributes } = variation
      return Array.isArray(attributes)
        ? { ...variation, attributes: attributes.filter((each) => !isBarcode(each)) }
        : variation
    }),
  }
}
