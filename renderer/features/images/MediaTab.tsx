export function MediaTab({ productId }: { productId: number }) {
  void productId
  return null
}
