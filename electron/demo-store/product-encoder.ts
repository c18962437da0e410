import type { Store } from './store'
import { productView } from './product-view'
import type { StoredProduct } from './stored-catalogue'
import type { ViewContext } from './view-context'

const mostKept = 25_000

/**
 * Products as JSON text, kept for the next time the same record is asked for in the same form: pages of a large catalogue
 * are served at the speed of a file.
 */
export function createProductEncoder(store: Store) {
  let kept = new Map<StoredProduct, Buffer>()
  let keptFor = ''

  return (context: ViewContext): ((product: StoredProduct) => Buffer) => {
    const { isPublic, lang, storeUrl, slugsWithoutIds } = context
    const form = [store.sharedRevision, isPublic, lang, storeUrl, slugsWithoutIds].join(' ')
    if (form !== keptFor) kept = new Map()
    keptFor = form
    const current = kept
    return (product) => {
      let text = current.get(product)
      if (!text) {
        text = Buffer.from(JSON.stringify(productView(product, context)))
        if (current.size >= mostKept) current.clear()
        current.set(product, text)
      }
      return text
    }
  }
}
