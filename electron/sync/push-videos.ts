import { addedVideoOf, isMainFree, isMainVideo, videoAt, videoKey, videoNamed } from '../changes/videos'
import { localKey } from '../changes/pictures'
import { isOfVideos } from '../shared/change-address'
import type { RemoteVideo } from '../shared/remote-product'
import { says } from '../shared/sentence'
import { sendEntries, type EntriesAdapter } from './entries'
import type { ProductPush, PushParts } from './product-push'

/** Adds videos and removes them. A product has a video once: by its address it is found again. */
export const pushVideos = (parts: PushParts, push: ProductPush): Promise<void> =>
  sendEntries(parts, push, videoEntries(parts, push))

const videoEntries = ({ catalogue, ecwid }: PushParts, push: ProductPush): EntriesAdapter<RemoteVideo> => ({
  ours: (sendable) => sendable.filter(isOfVideos),
  // Its address may be written otherwise there.
  isMadeWhenShown: false,

  judge(change, remote) {
    if (change.verb === 'remove') return videoNamed(remote, change.key ?? '') ? { is: 'sent' } : { is: 'found' }
    const { url, role } = addedVideoOf(change)
    const there = videoAt(remote, url)
    if (there) return { is: 'found', there }
    return role === 'main' && !isMainFree(remote)
      ? { is: 'refused', reason: { code: 'refused', sentence: says('main-place-taken') } }
      : { is: 'sent' }
  },

  async write(change, remote, claim) {
    if (change.verb === 'add') {
      const { url, role } = addedVideoOf(change)
      return ecwid.addVideo(push.ecwidId(), url, role, claim)
    }
    const video = videoNamed(remote, change.key ?? '')
    if (!video) return
    if (isMainVideo(video)) await ecwid.deleteMainVideo(push.ecwidId(), claim)
    else await ecwid.deleteGallery(push.ecwidId(), video.id, claim)
  },

  find: (add, remote) => videoAt(remote, addedVideoOf(add).url),

  noteGone: () => {},

  noteArrived(add, there) {
    for (const { id, list, key } of push.open())
      if (list === 'videos' && key === localKey(add.id)) catalogue.changes.update(id, { key: videoKey(there) })
  },
})
