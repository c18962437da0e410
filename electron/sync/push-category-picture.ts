import { setsOwnPicture } from '../shared/change-address'
import type { RemoteCategory } from '../shared/remote-product'
import { firstOfEach, ownPictureUploads, type PicturePlace } from './own-picture-uploads'
import type { PushParts } from './product-push'
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
  push: UploadPush<RemoteCategory>,
  sendFirst: () => Promise<void>,
): Promise<void> {
  // Answered when something else was planned anew.
  await confirmUploads(parts, push, uploads)
  const next = () => firstOfEach(push, setsOwnPicture)
  for (let round = next(); round.length > 0; round = next()) {
    await pushUploads(parts, push, uploads, round, sendFirst)
    if (!push.mayGo()) return
  }
}
