import type { ApiRequest } from './api-request'
import type { Plan } from './api'
import type { Blobs } from './blobs'
import type { Download } from './link-download'
import type { Pictures } from './pictures'
import type { ProductSearch } from './products-search'
import type { Store } from './store'
import type { ViewContext } from './view-context'

/** What the handlers of all resources share. */
export type StoreParts = {
  store: Store
  search: ProductSearch
  blobs: Blobs
  download: Download
  plan: Plan
  pictures: Pictures
  view: (request: ApiRequest) => ViewContext
}
