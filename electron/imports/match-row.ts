import type { Catalogue } from '../catalogue/catalogue'
import { barcodesOf } from '../catalogue/product-facts'
import { currentProduct } from '../changes/reindex'
import { barcodeKey } from '../shared/barcode-key'
import type { ImportKey } from '../shared/product-table/import-keys'
import type { RemoteProduct } from '../shared/remote-product'
import { skuKey } from '../shared/sku-key'
import { isScientific } from '../tables/columns/scientific'
import { variationByOptions, variationBySku, type OptionCell, type VariationFound } from './find-variation'

/** Which product a row is about, or which variation of it; or why nobody knows. `isAbsent`: there is none; `isMeant`: the row itself says so. */
export type Match = { productId: number; variationId: number | null } | { why: string; isAbsent?: true; isMeant?: true }
export type Found = Exclude<Match, { why: string }>

/** What a row is known by; texts are empty where it does not say. `kind`: of Ecwid's own files, a variation names the SKU of its product. */
export type Known = {
  kind: 'product' | 'variation' | 'ecwid-variation'
  id: string
  variationId: string
  sku: string
  variationSku: string
  code: string
  name: string
  options: readonly OptionCell[]
}

const unknown = 'The row has neither an Ecwid ID nor a SKU.'
const names = { sku: 'SKU', barcode: 'code', name: 'name' } as const

/** By what its owner chose: Ecwid's number, and the SKU of a product or a variation where a row has none; a code; or the name. */
export function createMatching(catalogue: Catalogue, key: ImportKey): (known: Known) => Match {
  let last: { productId: number; product: RemoteProduct | undefined } | null = null
  /** Of the last row of a product: rows of variations that do not name theirs belong to it. */
  let above: number | null = null

  /** Of the same product, row after row. */
  function productOf(productId: number): RemoteProduct | undefined {
    if (last?.productId !== productId) last = { productId, product: currentProduct(catalogue, productId) }
    return last.product
  }

  const variationsOf = (productId: number) => productOf(productId)?.combinations ?? []

  function within(productId: number, found: VariationFound): Match {
    return 'why' in found ? found : { productId, variationId: found.variationId }
  }

  /** The only product that has it. */
  function owner(
    of: keyof typeof names,
    text: string,
  ): { id: number; sku: string } | Exclude<Match, { productId: number }> {
    const found = catalogue.products.onlyOwner(of, text)
    if (found === 'none') return { why: `No product has the ${names[of]} ${text}.`, isAbsent: true }
    return found === 'several' ? { why: `More than one product has the ${names[of]} ${text}.` } : found
  }

  function bySku(sku: string): Match {
    const found = owner('sku', sku)
    if ('why' in found) return found
    if (skuKey(found.sku) === skuKey(sku)) return { productId: found.id, variationId: null }
    return within(found.id, variationBySku(variationsOf(found.id), sku))
  }

  function byCode(code: string): Match {
    if (code === '') return { why: 'The row has no UPC.' }
    if (isScientific(code))
      return { why: `A spreadsheet took digits away from ${code}. Format the column as text there.` }
    const found = owner('barcode', code)
    if ('why' in found) return found
    const has = (product: RemoteProduct) =>
      barcodesOf(product, catalogue.productTypes.isBarcode).includes(barcodeKey(code))
    const product = productOf(found.id)
    if (!product || has({ ...product, combinations: [] })) return { productId: found.id, variationId: null }
    const [variation, ...others] = variationsOf(found.id).filter((each) =>
      has({ ...product, attributes: [], combinations: [each] }),
    )
    if (!variation || others.length > 0) return { why: `More than one variation has the code ${code}.` }
    return { productId: found.id, variationId: variation.id }
  }

  function byName(name: string): Match {
    if (name === '') return { why: 'The row has no name.' }
    const found = owner('name', name)
    return 'why' in found ? found : { productId: found.id, variationId: null }
  }

  function byId(id: string): Match {
    if (!/^\d{1,15}$/.test(id)) return { why: `${id} is no Ecwid ID: such an ID is a whole number.` }
    const productId = catalogue.products.findByEcwidId(Number(id))
    if (productId === undefined) return { why: `No product has the Ecwid ID ${id}.`, isAbsent: true }
    return { productId, variationId: null }
  }

  function productBy({ id, sku, code, name }: Known): Match {
    if (key === 'upc') return byCode(code)
    if (key === 'name') return byName(name)
    if (key === 'id' && id !== '') return byId(id)
    if (sku !== '') return bySku(sku)
    return {
      why: name === '' ? unknown : `${unknown} Match rows by the name to find it, or to add it as a new product.`,
    }
  }

  /** Of a product that is known. */
  function variationOf(productId: number, { kind, variationId, sku, variationSku: own, options }: Known): Match {
    const variations = variationsOf(productId)
    if (variationId !== '') {
      const variation = variations.find((one) => String(one.id) === variationId)
      return variation
        ? { productId, variationId: variation.id }
        : { why: `The product has no variation ${variationId}.` }
    }
    const itsSku = own || (kind === 'variation' ? sku : '')
    if (options.length > 0) {
      const found = variationByOptions(variations, options)
      if ('variationId' in found || itsSku === '') return within(productId, found)
    }
    if (itsSku !== '') return within(productId, variationBySku(variations, itsSku))
    return kind === 'product'
      ? { productId, variationId: null }
      : { why: 'It is a variation, with neither a number nor a SKU nor options.' }
  }

  function ofEcwid(known: Known): Match {
    const named = known.id !== '' ? byId(known.id) : known.sku !== '' ? bySku(known.sku) : null
    if (named && 'why' in named) return named
    const productId = named?.productId ?? above
    return productId === null ? { why: 'No row of a product stands above it.' } : variationOf(productId, known)
  }

  return (known) => {
    if (known.kind === 'ecwid-variation') return ofEcwid(known)
    const found = productBy(known)
    if ('why' in found) return found
    if (known.kind === 'product') above = found.productId
    return found.variationId === null ? variationOf(found.productId, known) : found
  }
}
