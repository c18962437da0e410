import type { StoredCombination, StoredImage, StoredProduct } from './stored-catalogue'

export function isCombinationInStock({ values }: StoredCombination, product: StoredProduct): boolean {
  // A variation without a SKU of its own shares the product's stock.
  if (!values.sku) return product.values.unlimited || product.values.quantity > 0
  return values.unlimited || (values.quantity ?? 0) > 0
}

/** Unlimited, or some left of the product or of any variation. */
export function isInStock(product: StoredProduct): boolean {
  const { unlimited, quantity } = product.values
  return unlimited || quantity > 0 || product.combinations.some((each) => isCombinationInStock(each, product))
}

export function isOnSale({ values }: StoredProduct): boolean {
  return (values.compareToPrice ?? 0) > values.price
}

/** The pictures of the gallery: all of them where a video is the main thing. */
export function galleryOf({ images, mainVideo }: StoredProduct): readonly StoredImage[] {
  return mainVideo ? images : images.slice(1)
}
