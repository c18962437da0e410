import type { Catalogue } from '../catalogue/catalogue'
import { currentProduct } from '../changes/reindex'
import type { RemoteVariation } from '../shared/remote-product'
import { skuKey } from '../shared/sku-key'

/** Which product a row is about, or which variation of it; or why nobody knows. `isAbsent`: there is none; `isMeant`: the row itself says so. */
export type Match = { productId: number; variationId: number | null } | { why: string; isAbsent?: true; isMeant?: true }

export type Known = { id: string; variationId: string; sku: string; isVariation: boolean }

/** By Ecwid's number where a row has one, else by the SKU, of a product or of a variation. */
export function createMatching(catalogue: Catalogue): (known: Known) => Match {
  let last: { productId: number; variations: readonly RemoteVariation[] } | null = null

  /** Of the same product, row after row. */
  function variationsOf(productId: number): readonly RemoteVariation[] {
    if (last?.productId !== productId) {
      last = { productId, variations: currentProduct(catalogue, productId)?.combinations ?? [] }
    }
    return last.variations
  }

  function bySku(sku: string): Match {
    const owner = catalogue.products.onlySkuOwner(sku)
    if (owner === 'none') return { why: `No product has the SKU ${sku}.`, isAbsent: true }
    if (owner === 'several') return { why: `More than one product has the SKU ${sku}.` }
    if (skuKey(owner.sku) === skuKey(sku)) return { productId: owner.id, variationId: null }
    return variationBySku(owner.id, sku)
  }

  function variationBySku(productId: number, sku: string): Match {
    const found = variationsOf(productId).filter((variation) => skuKey(variation.sku ?? '') === skuKey(sku))
    const [variation] = found
    if (found.length > 1) return { why: `More than one variation has the SKU ${sku}.` }
    return variation ? { productId, variationId: variation.id } : { why: `No variation of it has the SKU ${sku}.` }
  }

  function byId({ id, variationId, sku, isVariation }: Known): Match {
    const productId = /^\d{1,15}$/.test(id) ? catalogue.products.findByEcwidId(Number(id)) : undefined
    if (productId === undefined) return { why: `No product has the Ecwid ID ${id}.`, isAbsent: true }
    if (variationId !== '') {
      const variation = variationsOf(productId).find((one) => String(one.id) === variationId)
      return variation
        ? { productId, variationId: variation.id }
        : { why: `The product has no variation ${variationId}.` }
    }
    if (!isVariation) return { productId, variationId: null }
    return sku === '' ? { why: 'It is a variation, with neither a number nor a SKU.' } : variationBySku(productId, sku)
  }

  return (known) => {
    if (known.id !== '') return byId(known)
    return known.sku === '' ? { why: 'The row has neither an Ecwid ID nor a SKU.' } : bySku(known.sku)
  }
}
