import { actOf, toAddVideo } from '../../shared/change-address'
import type { ChangeRecord, Deed, VideoRecord } from '../../shared/change-record'
import { isMainVideo, type RemoteProduct, type RemoteVideo } from '../../shared/remote-product'
import { videoName } from '../../shared/video-address'
import { changeOfKey, localKey } from '../pictures'
import {
  addedVideoOf,
  isMainFree,
  removedVideoOf,
  replacedBy,
  videoAddition,
  videoAt,
  videoKey,
  videoNamed,
  videoRemoval,
  videosOf,
  withVideos,
} from '../videos'
import type { Adapter, WayBack } from './adapter'

/** A product's videos: which there are. Their titles and covers are those of the place where they are shown. */
export const videosAdapter: Adapter = {
  laidOver: withVideos,
  wayBack: (change, { product }) => (change.verb === 'add' ? addedBack(change, product) : removedBack(change, product)),

  again(change, { product }) {
    if (change.verb === 'add') {
      const { url, role } = addedVideoOf(change)
      const there = videoAt(product, url)
      return there && isIn(role, there) ? null : { ...videoInPlace(url, role), after: change.after }
    }
    const there = gone(change, product)
    return there ? { ...videoRemoval(there), ...(removedVideoOf(change).wasMain && { before: change.before }) } : null
  },

  madeBy: changeOfKey,
  giveUp(open, made) {
    const replaced = replacedBy(made, open.all())?.id
    for (const { id, list, key } of open.all()) {
      const isAbout = list === 'videos' && key === localKey(made.id)
      if (id === made.id || isAbout || id === replaced) open.update(id, { state: 'taken-back', retryAt: null })
    }
  },

  unset: () => {},
  waiting(open) {
    const adds = open.filter(({ verb }) => verb === 'add')
    const byName = new Map(adds.map(({ id }) => [localKey(id), id]))
    const removals = open.filter(({ verb }) => verb === 'remove')
    return new Map([
      ...removals.flatMap(({ id, key }): [number, number][] => {
        const add = byName.get(key ?? '')
        return add === undefined ? [] : [[id, add]]
      }),
      // It is known by its address: until it is gone from one place, it cannot be told to be in the other.
      ...adds.flatMap((add): [number, number][] => {
        const removal = removals.find(({ id, key }) => id < add.id && key === videoName(addedVideoOf(add).url))
        return removal ? [[add.id, removal.id]] : []
      }),
    ])
  },

  differences(before, after) {
    const [old, now] = [videosOf(before), videosOf(after)]
    const keys = (videos: typeof old) => new Set(videos.map(videoKey))
    const [were, are] = [keys(old), keys(now)]
    return [
      ...old.filter((video) => !are.has(videoKey(video))).map(videoRemoval),
      ...now
        .filter((video) => !were.has(videoKey(video)))
        .map((video): Deed => ({ ...videoRemoval(video), ...additionOf(video) })),
    ]
  },
}

const additionOf = (video: Parameters<typeof videoRemoval>[0]): Pick<Deed, 'verb' | 'key' | 'before' | 'after'> => ({
  verb: 'add',
  key: null,
  before: null,
  after: videoRemoval(video).before,
})

const gone = (change: ChangeRecord, product: RemoteProduct) =>
  videoNamed(product, change.key ?? '') ?? videoAt(product, removedVideoOf(change).url)

/** What stands in the main place goes with it, or keeps it behind: that is found out as it is sent. */
const videoInPlace = (url: string, role: VideoRecord['role']): Deed => ({
  ...toAddVideo,
  entry: videoName(url),
  before: null,
  after: { url, role },
})

const isIn = (role: VideoRecord['role'], video: RemoteVideo): boolean => isMainVideo(video) === (role === 'main')

function addedBack(change: ChangeRecord, product: RemoteProduct): WayBack {
  const { url, wasMain } = addedVideoOf(change)
  const there = videoAt(product, url)
  // In front again it would remove the picture that is the main one by now.
  if (there && wasMain && !isMainFree(product)) return { standing: 'stuck', reason: 'main-place-has-picture' }
  return there
    ? { standing: 'clean', deed: videoRemoval(there) }
    : { standing: 'done', deed: { ...actOf(change), before: null, after: null } }
}

function removedBack(change: ChangeRecord, product: RemoteProduct): WayBack {
  const { url, role, wasMain } = removedVideoOf(change)
  if (url === '') return { standing: 'stuck', reason: 'video-without-address' }
  const there = videoAt(product, url)
  if (there && wasMain && !isMainFree(product)) return { standing: 'stuck', reason: 'main-place-has-picture' }
  // Its place was given back by an undo, together with the picture that had been in it.
  if (there && !isIn(role, there)) return { standing: 'clean', deed: videoInPlace(url, role) }
  return { standing: there ? 'done' : 'clean', deed: videoAddition(url, role, product) }
}
