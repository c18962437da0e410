export function CataloguePane() {
  return null
}
