import type { Catalogue } from '../catalogue/catalogue'
import { barcodesOf } from '../catalogue/product-facts'
import { currentProduct } from '../changes/reindex'
import { barcodeKey } from '../shared/barcode-key'
import type { ImportKey } from '../shared/product-table/import-keys'
import { rowSays, type FoundBy, type RowReason } from '../shared/row-reason'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { isProposedProduct } from '../shared/proposal'
import { skuKey } from '../shared/sku-key'
import { isScientific } from '../tables/columns/scientific'
import { createVariationFinder, type OptionCell, type VariationFound } from './find-variation'
import { lastFew } from './last-few'
import { createTies, groupMark, marksOf, marksOfParent, marksOfSame, namedMarks, numberedMarks, parentId } from './ties'

/**
 * Which product a row is about, or which variation of it; or why nobody knows. `isAbsent`: there is none; `lacks`: the product that has no
 * such variation; `isMeant`: the row itself says so. `absent`: why it was nothing before it is made. `isPicturesOnly`: it lists pictures of its product.
 */
export type Match =
  | { productId: number; variationId: number | null; absent?: RowReason }
  | { productId: number; isPicturesOnly: true }
  | { why: RowReason; isAbsent?: true; isMeant?: true; lacks?: number }
export type Found = { productId: number; variationId: number | null }

type VariationFinder = ReturnType<typeof createVariationFinder>
/** A product that is to be made has none yet. */
const noVariations = createVariationFinder([], () => [])

type Unknown = { why: RowReason; isAbsent?: true }

/** What a row is known by; texts are empty where it does not say. `kind`: of Ecwid's own files, a variation names the SKU of its product. */
export type Known = {
  kind: 'product' | 'variation' | 'ecwid-variation' | 'ecwid-option'
  id: string
  variationId: string
  sku: string
  variationSku: string
  code: string
  name: string
  /** What rows of one product have in common; of a variation, what it says of its product. */
  group: string
  /** In its own table. */
  number: string
  parent: string
  options: readonly OptionCell[]
}

/** `match`: by what its owner chose: Ecwid's number, and the SKU of a product or a variation where a row has none; a code; or the name. `tie`: what rows below a new one belong to. */
export function createMatching(catalogue: Catalogue, key: ImportKey) {
  const ties = createTies()
  /** Of the last row of a product: rows of variations that do not name theirs belong to it. */
  let above: number | null = null

  const codesIn = (product: RemoteProduct) => barcodesOf(product, catalogue.productTypes.isBarcode)

  const lookAt = lastFew((productId) => {
    const product = currentProduct(catalogue, productId)
    const codesOf = (one: RemoteVariation) =>
      product ? codesIn({ ...product, attributes: [], combinations: [one] }) : []
    return { product, finder: createVariationFinder(product?.combinations ?? [], codesOf) }
  })

  const variationsOf = (productId: number): VariationFinder =>
    isProposedProduct(productId) ? noVariations : lookAt(productId).finder

  function within(productId: number, found: VariationFound): Found | { why: RowReason } {
    return 'why' in found ? found : { productId, variationId: found.variationId }
  }

  /** The only product that has it. */
  function owner(by: FoundBy, text: string): { id: number; sku: string } | Unknown {
    const found = catalogue.products.onlyOwner(by, text)
    if (found === 'none') return { why: { says: 'none-has', by, text }, isAbsent: true }
    return found === 'several' ? { why: { says: 'several-have', by, text } } : found
  }

  function bySku(sku: string): Found | Unknown {
    const found = owner('sku', sku)
    if ('why' in found) return found
    if (skuKey(found.sku) === skuKey(sku)) return { productId: found.id, variationId: null }
    return within(found.id, variationsOf(found.id).bySku(sku))
  }

  function byCode(code: string): Found | Unknown {
    if (code === '') return { why: rowSays('without-code') }
    if (isScientific(code)) return { why: { says: 'digits-gone', text: code } }
    const found = owner('barcode', code)
    if ('why' in found) return found
    const { product, finder } = lookAt(found.id)
    if (!product || codesIn({ ...product, combinations: [] }).includes(barcodeKey(code)))
      return { productId: found.id, variationId: null }
    const [variation, ...others] = finder.byCode(barcodeKey(code))
    if (!variation || others.length > 0) return { why: { says: 'several-variations-have-code', text: code } }
    return { productId: found.id, variationId: variation.id }
  }

  function byName(name: string): Found | Unknown {
    if (name === '') return { why: rowSays('without-name') }
    const found = owner('name', name)
    return 'why' in found ? found : { productId: found.id, variationId: null }
  }

  function byId(id: string): Found | Unknown {
    if (!/^\d{1,15}$/.test(id)) return { why: { says: 'no-id', text: id } }
    const productId = catalogue.products.findByEcwidId(Number(id))
    if (productId === undefined) return { why: { says: 'none-has-id', text: id }, isAbsent: true }
    return { productId, variationId: null }
  }

  function productBy({ id, sku, code, name }: Known): Found | Unknown {
    if (key === 'upc') return byCode(code)
    if (key === 'name') return byName(name)
    if (key === 'id' && id !== '') return byId(id)
    if (sku !== '') return bySku(sku)
    return { why: rowSays(name === '' ? 'without-id-and-sku' : 'without-id-and-sku-but-name') }
  }

  /** Of a product that is known. What it lacks may be made. */
  function variationOf(productId: number, known: Known): Match {
    const { kind, variationId, sku, variationSku: own, options } = known
    const itsSku = own || (kind === 'variation' ? sku : '')
    // Nothing of it is read for a row that speaks of the product alone.
    if (kind === 'product' && variationId === '' && itsSku === '' && options.length === 0)
      return { productId, variationId: null }
    const variations = variationsOf(productId)
    const byOptions = options.length > 0 ? variations.byOptions(options) : null
    const missing = (why: RowReason): Match =>
      byOptions && 'why' in byOptions && byOptions.why.says === 'no-variation' ? { why, lacks: productId } : { why }
    if (variationId !== '') {
      const variation = variations.byId(variationId)
      return variation ? { productId, variationId: variation.id } : missing({ says: 'no-variation', text: variationId })
    }
    if (byOptions && 'variationId' in byOptions) return within(productId, byOptions)
    const bySku = itsSku === '' ? null : variations.bySku(itsSku)
    if (bySku) return 'why' in bySku ? missing(bySku.why) : within(productId, bySku)
    if (byOptions) return missing(byOptions.why)
    return kind === 'product' ? { productId, variationId: null } : { why: rowSays('variation-unnamed') }
  }

  function ofEcwid(known: Known): Match {
    const [byNumber, byItsSku] = [ties.of(marksOfParent.id(known)), ties.of(marksOfParent.sku(known))]
    if (byNumber !== null && byItsSku !== null && byNumber !== byItsSku) return { why: rowSays('two-products') }
    const tied = byNumber ?? byItsSku
    const named = tied === null ? inStore(known) : null
    if (named && 'why' in named) return named
    const productId = tied ?? named?.productId ?? above
    if (productId === null) return { why: rowSays('no-product-above') }
    return known.kind === 'ecwid-option' ? { productId, variationId: null } : variationOf(productId, known)
  }

  /** The numbers of another store mean other products here. */
  function inStore({ id, sku }: Known) {
    if (id !== '' && (key === 'id' || sku === '')) return byId(id)
    return sku === '' ? null : bySku(sku)
  }

  function ofVariation(known: Known): Match {
    const own = namesItself(known) ? productBy(known) : null
    if (own && !('why' in own)) return own
    const tied = ties.of(namedMarks(known))
    if (tied !== null) return variationOf(tied, known)
    const found = productBy(known)
    if (!('why' in found)) return found.variationId === null ? variationOf(found.productId, known) : found
    const parent = parentOf(known)
    if (parent && !('why' in parent)) return variationOf(parent.productId, known)
    if (parent) return parent
    return above !== null && known.id === '' && known.parent === '' ? variationOf(above, known) : found
  }

  /** A number is a SKU before it is that of another row. Where a table numbers its own rows, it is none of Ecwid's. */
  function parentOf(known: Known): Found | Unknown | null {
    const { parent, group, number: own } = known
    const isOfTable = group !== '' || own !== ''
    const number = parentId(parent)
    if (number !== null) return isOfTable ? null : byId(number)
    if (parent === '') return null
    const found = bySku(parent)
    if (!('why' in found) || !found.isAbsent) return found
    const tied = ties.of(numberedMarks(known))
    if (tied !== null) return { productId: tied, variationId: null }
    const numbered = isOfTable ? null : byId(parent)
    return numbered && !('why' in numbered) ? numbered : found
  }

  /** It has an SKU or a code of its own: where a product has that, or a variation of whichever, nothing else is meant. */
  const namesItself = ({ id, sku, parent }: Known): boolean =>
    key !== 'name' && id === '' && parent !== '' && skuKey(parent) !== skuKey(sku)

  function ofProduct(known: Known): Match {
    const found = productBy(known)
    if (!('why' in found)) {
      tie(known, found.productId)
      return found.variationId === null ? variationOf(found.productId, known) : found
    }
    const tied = ties.of(marksOfSame(known, key === 'name'))
    if (tied === null) {
      above = null
      return found
    }
    if (known.options.length === 0) return known.sku === '' ? { productId: tied, isPicturesOnly: true } : found
    return variationOf(tied, known)
  }

  /** What rows below belong to. */
  function tie(known: Known, productId: number): void {
    ties.tie(marksOf(known), productId)
    above = productId
  }

  return {
    match(known: Known): Match {
      if (known.kind === 'ecwid-variation' || known.kind === 'ecwid-option') return ofEcwid(known)
      return known.kind === 'variation' ? ofVariation(known) : ofProduct(known)
    },
    tie,
    /** Something is known already by one of these marks. */
    isTied: (marks: readonly string[]): boolean => ties.of(marks) !== null,
    /** Takes a row out of its turn: what stands above the rows after it stays. */
    outOfTurn(take: () => Match): Match {
      const stays = above
      const taken = take()
      above = stays
      return taken
    },
    /** The turn of a row that was taken before. */
    pass: (taken: Match): void => void (above = 'productId' in taken ? taken.productId : null),
    /** A row that is not read: what stands below it belongs to no other product. */
    leave: (): void => void (above = null),
    /** Ties rows with a handle in common before they are matched. */
    look(known: Known): void {
      const found = productBy(known)
      if (!('why' in found)) ties.tie(groupMark(known), found.productId)
    },
  }
}
