import type { Catalogue } from '../../../catalogue/catalogue'
import type { RemoteProduct } from '../../../shared/remote-product'
import { currentProduct } from '../../../changes/reindex'
import { foldCase, plainName, unifySeparators, wordsOf } from '../../matching/fold-name'
import type { Matcher } from '../../matching/match-file'
import { createMatchIndex } from '../../matching/match-index'
import { createPacer } from '../../../changes/pacer'

const portion = 100

/** Everything that names a product of the store, ready for comparing. Reads the whole catalogue, a little at a time. */
export async function indexCatalogue({ matchSource, ...catalogue }: Catalogue, signal?: AbortSignal): Promise<Matcher> {
  const index = createMatchIndex()
  const pace = createPacer()
  const upcs = new Map<number, string[]>()
  for (let after = 0; ;) {
    await pace()
    signal?.throwIfAborted()
    const found = matchSource.upcs(after, portion)
    if (found.length === 0) break
    for (const { id, value } of found) upcs.set(id, [...(upcs.get(id) ?? []), value])
    after = found.at(-1)?.facet ?? after
  }
  let last = 0
  for (;;) {
    await pace()
    signal?.throwIfAborted()
    const products = matchSource.after(last, portion)
    if (products.length === 0) break
    for (const product of products) index.add({ ...product, upcs: upcs.get(product.productId) ?? [] })
    last = products.at(-1)?.productId ?? last
  }
  return { index, optionWords: createOptionWords({ matchSource, ...catalogue }) }
}

function createOptionWords(catalogue: Catalogue): (productId: number) => ReadonlySet<string> {
  const known = new Map<number, ReadonlySet<string>>()
  return (productId) => {
    const words = known.get(productId) ?? wordsOfOptions(currentProduct(catalogue, productId))
    known.set(productId, words)
    return words
  }
}

function wordsOfOptions(product: RemoteProduct | undefined): ReadonlySet<string> {
  const texts = (product?.options ?? []).flatMap(({ choices }) => (choices ?? []).map(({ text }) => text))
  return new Set(texts.flatMap((text) => wordsOf(unifySeparators(foldCase(plainName(text))))))
}
