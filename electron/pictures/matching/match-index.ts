import { barcodeKey } from '../../shared/barcode-key'
import {
  accentlessKeys,
  bareKey,
  foldCase,
  joinLetters,
  looseKeys,
  plainFileName,
  plainName,
  stemOf,
  unifySeparators,
  wordsOf,
} from './fold-name'

export type MatchProduct = {
  productId: number
  ecwidId: number | null
  name: string
  /** Its own SKU first, then those of its variations. */
  sku: string
  variationSkus: readonly string[]
  upcs: readonly string[]
  slugs: readonly string[]
  /** Names of files that were uploaded to it. */
  fileNames: readonly string[]
}

export type SkuOwner = { product: number; sku: string }
type IndexedProduct = Pick<MatchProduct, 'productId' | 'name' | 'sku' | 'variationSkus'>
export type MatchIndex = ReturnType<typeof createMatchIndex>

/** Finds products by what their files may be called. Products are numbered in the order they were added. */
export function createMatchIndex() {
  const products: IndexedProduct[] = []
  const skus = {
    exact: lookup<SkuOwner>(),
    unified: lookup<SkuOwner>(),
    bare: lookup<SkuOwner>(),
    joined: lookup<SkuOwner>(),
    loose: lookup<SkuOwner>(),
  }
  const upcs = lookup<number>()
  const ids = lookup<number>()
  const slugs = lookup<number>()
  const names = lookup<number>()
  const bareNames = lookup<number>()
  const accentlessNames = lookup<number>()
  const looseNames = lookup<number>()
  const files = lookup<number>()
  const words = new Map<string, number[]>()
  const skuWords = { longest: 1 }

  function addSku(product: number, sku: string): void {
    const folded = foldCase(plainName(sku))
    const unified = unifySeparators(folded)
    if (unified === '') return
    const owner = { product, sku }
    skus.exact.add(folded, owner)
    skus.unified.add(unified, owner)
    // Most are the same: the levels below fall back to the one above.
    const bare = bareKey(unified)
    if (bare !== unified) skus.bare.add(bare, owner)
    const joined = joinLetters(unified)
    if (joined !== unified) skus.joined.add(joined, owner)
    for (const key of looseKeys(unified)) if (key !== unified) skus.loose.add(key, owner)
    skuWords.longest = Math.max(skuWords.longest, wordsOf(unified).length)
  }

  function add({
    productId,
    ecwidId,
    name,
    sku,
    variationSkus,
    upcs: codes,
    slugs: paths,
    fileNames,
  }: MatchProduct): void {
    const product = products.push({ productId, name, sku, variationSkus }) - 1
    for (const each of new Set([sku, ...variationSkus])) if (each !== '') addSku(product, each)
    for (const code of codes) upcs.add(barcodeKey(code), product)
    if (ecwidId !== null) ids.add(String(ecwidId), product)
    for (const path of paths) slugs.add(unifySeparators(foldCase(plainFileName(path))), product)
    for (const fileName of fileNames) files.add(foldCase(stemOf(fileName)), product)
    const key = unifySeparators(foldCase(plainName(name)))
    if (key === '') return
    names.add(key, product)
    const bare = bareKey(key)
    if (bare !== key) bareNames.add(bare, product)
    const isPlain = /^[\x20-\x7e]*$/.test(key)
    const spellings = isPlain ? [] : accentlessKeys(bare).filter((plain) => plain !== bare)
    for (const plain of spellings) accentlessNames.add(plain, product)
    if (!isPlain) for (const loose of looseKeys(key)) looseNames.add(loose, product)
    const bareWords = wordsOf(bare)
    for (const word of new Set(spellings.length === 0 ? bareWords : [...bareWords, ...spellings.flatMap(wordsOf)])) {
      const list = words.get(word)
      if (list) list.push(product)
      else words.set(word, [product])
    }
  }

  return {
    add,
    size: () => products.length,
    /** Its name, bare of signs. */
    nameKey: (index: number) => bareKey(unifySeparators(foldCase(plainName(products[index]?.name ?? '')))),
    product: (index: number) => products[index] as IndexedProduct,
    skus: {
      exact: skus.exact.get,
      unified: skus.unified.get,
      /** Signs replaced: of those that have any. */
      bare: skus.bare.get,
      joined: (key: string) => merged(skus.joined.get(key), skus.unified.get(key)),
      loose: (key: string) => merged(skus.loose.get(key), skus.unified.get(key)),
      /** Of the SKU with most of them. */
      longest: () => skuWords.longest,
    },
    upc: (digits: string) => upcs.get(barcodeKey(digits)),
    id: ids.get,
    slug: slugs.get,
    name: names.get,
    /** Signs replaced: of those that have any. */
    bareName: bareNames.get,
    /** Signs replaced, accents left out: of those that have any. */
    accentlessName: accentlessNames.get,
    /** Of names with accents, without them. */
    looseName: looseNames.get,
    file: files.get,
    productsWithWord: (word: string): readonly number[] => words.get(word) ?? [],
  }
}

const none: readonly never[] = []

/** Nearly every key has one owner: an array for each would double the memory. */
function lookup<Owner extends number | object>() {
  const owners = new Map<string, Owner | Owner[]>()
  const add = (key: string, owner: Owner): void => {
    if (key === '') return
    const known = owners.get(key)
    if (known === undefined) owners.set(key, owner)
    else if (Array.isArray(known)) known.push(owner)
    else owners.set(key, [known, owner])
  }
  const get = (key: string): readonly Owner[] => {
    const known = owners.get(key)
    return known === undefined ? none : Array.isArray(known) ? known : [known]
  }
  return { add, get }
}

function merged<Owner>(a: readonly Owner[], b: readonly Owner[]): readonly Owner[] {
  return a.length === 0 ? b : b.length === 0 ? a : [...new Set([...a, ...b])]
}
