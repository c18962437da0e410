import type { ProductField } from '../../electron/shared/fields/product-fields'

/** What each field is called on every screen: the words of Ecwid's control panel. */
export const fieldLabels: Record<ProductField, string> = {
  name: 'Name',
  sku: 'SKU',
  enabled: 'Enabled',
  subtitle: 'Subtitle',
  description: 'Description',
  price: 'Price',
  compareToPrice: 'Compare-to price',
  costPrice: 'Cost price',
  weight: 'Weight',
  unlimited: 'Unlimited stock',
  quantity: 'In stock',
  warningLimit: 'Low stock warning level',
  categoryIds: 'Categories',
  showOnFrontpage: 'Show on front page',
  ribbon: 'Ribbon',
  productClassId: 'Product type',
  attributes: 'Attributes',
  isShippingRequired: 'Requires shipping',
  dimensions: 'Dimensions',
  shipping: 'Shipping rule',
  tax: 'Taxes',
  seoTitle: 'Page title',
  seoDescription: 'Meta description',
  customSlug: 'URL slug',
}
