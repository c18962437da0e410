import { pushCategoryPicture } from './push-category-picture'
import type { PushParts } from './product-push'
import type { Sender } from './sender'
import { pushShelfCreate } from './shelf-create'
import { pushShelfDelete } from './shelf-delete'
import { pushShelfFields } from './shelf-fields'
import type { ShelfPush } from './shelf-push'

/** A category or a product type: its fields first, because a form that was saved does not wait for a picture. */
export function shelfSender(parts: PushParts, push: ShelfPush): Sender {
  const sendFields = () => pushShelfFields(parts, push)
  const sendPicture = () => pushCategoryPicture(parts, push, sendFields)
  return {
    ...push,
    create: (change) => pushShelfCreate(parts, push, change),
    remove: (change) => pushShelfDelete(parts, push, change),
    edits: push.thing === 'category' ? [sendFields, sendPicture] : [sendFields],
    // Its create has read it.
    keepMade: () => Promise.resolve(),
  }
}
