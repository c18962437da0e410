import { addedVideoOf, videoAt, videoKey, videoNamed } from '../changes/videos'
import { localKey } from '../changes/pictures'
import { isOfVideos } from '../shared/change-address'
import { isMainVideo, type RemoteVideo } from '../shared/remote-product'
import { sendEntries, type EntriesAdapter } from './entries'
import { addVideo, mayReplace, settleReplaced } from './main-video'
import type { ProductPush, PushParts } from './product-push'

/** Adds videos and removes them. A product has a video once: by its address it is found again. */
export const pushVideos = (parts: PushParts, push: ProductPush): Promise<void> =>
  sendEntries(parts, push, videoEntries(parts, push))

const videoEntries = (parts: PushParts, push: ProductPush): EntriesAdapter<RemoteVideo> => ({
  ours: (sendable) => sendable.filter((change) => isOfVideos(change) && mayReplace(change, push.open())),
  // Its address may be written otherwise there.
  isMadeWhenShown: false,

  judge(change, remote) {
    if (change.verb === 'remove') return videoNamed(remote, change.key ?? '') ? { is: 'sent' } : { is: 'found' }
    const { url } = addedVideoOf(change)
    const there = videoAt(remote, url)
    return there ? { is: 'found', there } : { is: 'sent' }
  },

  async write(change, remote, claim) {
    if (change.verb === 'add') return addVideo(parts, push, change, remote, claim)
    const video = videoNamed(remote, change.key ?? '')
    if (!video) return
    if (isMainVideo(video)) await parts.ecwid.deleteMainVideo(push.ecwidId(), claim)
    else await parts.ecwid.deleteGallery(push.ecwidId(), video.id, claim)
  },

  find: (add, remote) => videoAt(remote, addedVideoOf(add).url),

  noteGone: () => {},

  noteArrived(add, there) {
    const { catalogue } = parts
    const now = push.known()
    if (now) settleReplaced(parts, push, add, now)
    for (const { id, list, key } of push.open())
      if (list === 'videos' && key === localKey(add.id)) catalogue.changes.update(id, { key: videoKey(there) })
  },
})
