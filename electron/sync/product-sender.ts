import type { ProductPush, PushParts } from './product-push'
import { pushCreate } from './push-create'
import { pushDelete } from './push-delete'
import { pushFields, pushOptions } from './push-fields'
import { pushFiles } from './push-files'
import { pushPictures, pushVariationPictures } from './push-pictures'
import { pushVideos } from './push-videos'
import type { Sender } from './sender'
import { pushVariations } from './variation-entries'
import { pushVariationEdits, settleVariationStock } from './variation-edits'

/** A product: its fields first, because a form that was saved does not wait for pictures. */
export function productSender(parts: PushParts, push: ProductPush): Sender {
  return {
    ...push,
    create: (change) => pushCreate(parts, push, change),
    remove: (change) => pushDelete(parts, push, change),
    edits: [
      settleVariationStock,
      pushFields,
      pushVariations,
      // Options of which something goes wait for the variations that are made of it.
      pushOptions,
      // Those that are made of what these options name.
      pushVariations,
      pushVariationEdits,
      pushPictures,
      pushVariationPictures,
      pushVideos,
      pushFiles,
    ].map((send) => () => send(parts, push)),
    keepMade: () => push.keepConfirmed(),
  }
}
