import { setsOwnPicture } from '../shared/change-address'
import { remoteCategorySchema, type RemoteCategory } from '../shared/remote-product'
import { remoteShelfSchema, type RemoteShelf } from '../shared/remote-shelf'
import { firstOfEach, ownPictureUploads, type PicturePlace } from './own-picture-uploads'
import type { PushParts } from './product-push'
import type { ShelfPush } from './shelf-push'
import { confirmUploads, pushUploads, type UploadPush } from './uploads'

const category: PicturePlace<RemoteCategory, RemoteCategory> = {
  isOurs: setsOwnPicture,
  holderOf: (remote) => remote,
  mayBeUnread: () => false,
  sentences: {
    unread: 'shelf-deleted-in-store',
    gone: 'shelf-deleted-in-store',
    bothChanged: 'both-changed-category-picture',
    goneAlready: 'category-picture-gone-already',
  },
  upload: (ecwid, id, _category, source, options) => ecwid.uploadCategoryPicture(id, source, options),
  remove: (ecwid, id, _category, options) => ecwid.deleteCategoryPicture(id, options),
  describe: (ecwid, id, { alt }, told, options) => ecwid.updateCategory(id, { alt: { ...alt, ...told } }, options),
  async read(ecwid, id) {
    const remote = await ecwid.getCategory(id)
    return { raw: remote, remote }
  },
}

const uploads = ownPictureUploads<RemoteCategory, RemoteCategory, UploadPush<RemoteCategory>>(category)

/** Sends the picture of a category, once its fields have gone. */
export async function pushCategoryPicture(
  parts: PushParts,
  shelf: ShelfPush,
  sendFirst: () => Promise<void>,
): Promise<void> {
  const push = asUploadPush(parts, shelf)
  // Answered when something else was planned anew.
  await confirmUploads(parts, push, uploads)
  const next = () => firstOfEach(push, setsOwnPicture)
  for (let round = next(); round.length > 0; round = next()) {
    await pushUploads(parts, push, uploads, round, sendFirst)
    if (!push.mayGo()) return
  }
}

const asCategory = (shelf: RemoteShelf): RemoteCategory => remoteCategorySchema.parse(shelf)

/** The same category, for what is uploaded to it. */
function asUploadPush({ catalogue, mayGo }: PushParts, push: ShelfPush): UploadPush<RemoteCategory> {
  async function readWritten() {
    const shelf = await push.calls.read(push.ecwidId())
    return { raw: shelf, remote: asCategory(shelf) }
  }
  return {
    ...push,
    mayGo,
    refresh: async () => asCategory(await push.refresh()),
    fresh: async () => asCategory(await push.fresh()),
    readWritten,
    readMeanwhile: readWritten,
    keep: (raw) => push.keep(remoteShelfSchema.parse(raw)),
    markAnswered: (change, token) => catalogue.repeatable(() => catalogue.changes.update(change.id, { token })),
    markUploaded: (changes, alongside) => push.write(() => push.noteSent(changes, alongside), catalogue.repeatable),
    claimingQuietly: push.claiming,
  }
}
