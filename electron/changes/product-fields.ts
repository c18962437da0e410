import type { ProductFields, ProductPatch } from '../shared/product'
import { shippingTypes } from '../shared/product'
import type { RemoteProduct } from '../shared/remote-product'

/** The editable fields of a product as Ecwid sends it, with a value for everything Ecwid leaves out. */
export function readFields(product: RemoteProduct): ProductFields {
  const unlimited = product.unlimited ?? product.quantity === undefined
  return {
    name: product.name ?? '',
    sku: product.sku ?? '',
    enabled: product.enabled ?? true,
    subtitle: product.subtitle ?? '',
    description: product.description ?? '',
    price: product.price ?? 0,
    // Ecwid has no call that removes these two; 0 stands for "none" there.
    compareToPrice: product.compareToPrice || null,
    weight: product.weight || null,
    costPrice: product.costPrice ?? 0,
    unlimited,
    quantity: unlimited ? 0 : (product.quantity ?? 0),
    warningLimit: product.warningLimit ?? 0,
    categoryIds: product.categoryIds ?? [],
    showOnFrontpage: (product.showOnFrontpage ?? -1) > 0,
    ribbon: { text: product.ribbon?.text ?? '', color: product.ribbon?.color ?? '' },
    productClassId: product.productClassId ?? 0,
    attributes: readAttributes(product),
    isShippingRequired: product.isShippingRequired ?? true,
    dimensions: {
      length: product.dimensions?.length ?? 0,
      width: product.dimensions?.width ?? 0,
      height: product.dimensions?.height ?? 0,
    },
    shipping: readShipping(product),
    tax: {
      taxable: product.tax?.taxable ?? true,
      enabledManualTaxes: product.tax?.enabledManualTaxes ?? [],
      taxClassCode: product.tax?.taxClassCode ?? 'default',
    },
    seoTitle: product.seoTitle ?? '',
    seoDescription: product.seoDescription ?? '',
    customSlug: product.customSlug ?? '',
  }
}

function readAttributes(product: RemoteProduct): ProductFields['attributes'] {
  const entries = (product.attributes ?? []).flatMap(({ id, value }) =>
    id !== undefined && value ? [[String(id), value] as const] : [],
  )
  return Object.fromEntries(entries)
}

function readShipping({ shipping }: RemoteProduct): ProductFields['shipping'] {
  const type = shippingTypes.find((known) => known === shipping?.type)
  return {
    type: type ?? 'GLOBAL_METHODS',
    methodMarkup: shipping?.methodMarkup ?? 0,
    flatRate: shipping?.flatRate ?? 0,
    enabledMethods: shipping?.enabledMethods ?? [],
    disabledMethods: shipping?.disabledMethods ?? [],
  }
}

/** JSON body for POST or PUT /products: only the fields of the patch. `known` are the attribute ids the store has values for. */
export function writeFields(patch: ProductPatch, known: Iterable<string> = []): Record<string, unknown> {
  const { compareToPrice, weight, unlimited, quantity, showOnFrontpage, attributes, ...plain } = patch
  const body: Record<string, unknown> = { ...plain }
  if (compareToPrice !== undefined) body.compareToPrice = compareToPrice ?? 0
  if (weight !== undefined) body.weight = weight ?? 0
  if (showOnFrontpage !== undefined) body.showOnFrontpage = showOnFrontpage ? 1 : -1
  if (unlimited !== undefined) body.unlimited = unlimited
  if (quantity !== undefined && unlimited !== true) body.quantity = quantity
  if (attributes) body.attributes = writeAttributes(attributes, known)
  return body
}

/** The whole list, because nobody promises that a shorter one leaves the rest alone; an empty value removes. */
function writeAttributes(attributes: ProductFields['attributes'], known: Iterable<string>) {
  const ids = new Set([...known, ...Object.keys(attributes)])
  return [...ids].map((id) => ({ id: Number(id), value: attributes[id] ?? '' }))
}

/** The product with one edited field laid over it, in Ecwid's own shape, so that the list and the search read both alike. */
export function withField<Field extends keyof ProductFields>(
  product: RemoteProduct,
  field: Field,
  value: ProductFields[Field],
): RemoteProduct {
  if (field === 'attributes') return withAttributes(product, value as ProductFields['attributes'])
  if (field === 'quantity' && readFields(product).unlimited) return product
  const laid = { ...product, ...writeFields({ [field]: value }) }
  if (field === 'unlimited') return withUnlimited(laid, value as boolean)
  if (field === 'showOnFrontpage' && !value) delete laid.showOnFrontpage
  return laid
}

function withUnlimited(product: RemoteProduct, unlimited: boolean): RemoteProduct {
  const { quantity, ...rest } = product
  if (unlimited) return { ...rest, id: product.id, unlimited: true, inStock: true }
  return { ...product, unlimited: false, quantity: quantity ?? 0, inStock: (quantity ?? 0) > 0 }
}

function withAttributes(product: RemoteProduct, values: ProductFields['attributes']): RemoteProduct {
  const listed = (product.attributes ?? []).map((attribute) => ({
    ...attribute,
    value: attribute.id === undefined ? attribute.value : (values[String(attribute.id)] ?? ''),
  }))
  const listedIds = new Set(listed.map(({ id }) => String(id)))
  const added = Object.entries(values).flatMap(([id, value]) => (listedIds.has(id) ? [] : [{ id: Number(id), value }]))
  return { ...product, attributes: [...listed, ...added] as RemoteProduct['attributes'] }
}
