import type { ApiAnswer } from './api-request'
import type { RawRequest } from './api'
import { batchRoutes } from './batch'
import { brandRoutes } from './brands'
import { categoryRoutes } from './categories'
import { classRoutes } from './classes'
import { facetRoutes } from './facets'
import { mediaRoutes } from './media'
import { mediaBulkRoutes } from './media-bulk'
import { productFileRoutes } from './product-files'
import { productRoutes } from './products'
import { profileRoutes } from './profile'
import { reviewRoutes } from './reviews'
import type { Route } from './router'
import { shippingOptionRoutes } from './shipping-options'
import { storeLogoRoutes } from './store-logos'
import type { StoreParts } from './store-parts'
import { taxClassRoutes } from './tax-classes'
import { variationRoutes } from './variations'
import { videoRoutes } from './videos'

/** All resources; of two routes that fit a path the earlier one answers, so fixed paths come before ids. */
export function allRoutes(parts: StoreParts, callInside: (request: RawRequest) => Promise<ApiAnswer>): Route[] {
  return [
    ...facetRoutes(parts),
    ...brandRoutes(parts),
    ...profileRoutes(parts),
    ...shippingOptionRoutes(parts),
    ...storeLogoRoutes(parts),
    ...taxClassRoutes(),
    ...reviewRoutes(parts),
    ...productRoutes(parts),
    ...videoRoutes(parts),
    ...mediaBulkRoutes(parts),
    ...mediaRoutes(parts),
    ...variationRoutes(parts),
    ...productFileRoutes(parts),
    ...categoryRoutes(parts),
    ...classRoutes(parts),
    ...batchRoutes(parts, callInside),
  ]
}
