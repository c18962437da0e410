import { variationOfChange } from '../changes/variation-pictures'
import { setsVariationPicture } from '../shared/change-address'
import type { RemoteProduct, RemoteVariation } from '../shared/remote-product'
import { hasUnread } from '../shared/unread-entries'
import { ownPictureUploads, type PicturePlace } from './own-picture-uploads'
import type { ProductPush } from './product-push'

const variations: PicturePlace<RemoteProduct, RemoteVariation> = {
  isOurs: setsVariationPicture,
  holderOf: variationOfChange,
  mayBeUnread: (product) => hasUnread(product, 'combinations'),
  sentences: {
    unread: 'variation-unread',
    gone: 'variation-gone',
    bothChanged: 'both-changed-variation-picture',
    goneAlready: 'variation-picture-gone-already',
  },
  upload: (ecwid, productId, { id }, source, options) => ecwid.uploadVariationPicture(productId, id, source, options),
  remove: (ecwid, productId, { id }, options) => ecwid.deleteVariationPicture(productId, id, options),
  describe: (ecwid, productId, { id, alt }, told, options) =>
    ecwid.updateVariation(productId, id, { alt: { ...alt, ...told } }, options),
  async read(ecwid, productId) {
    const { raw, product } = await ecwid.getProduct(productId)
    return { raw, remote: product }
  },
}

/** Pictures of a product's variations. */
export const variationUploads = ownPictureUploads<RemoteProduct, RemoteVariation, ProductPush>(variations)
