import { actOf } from '../../shared/change-address'
import type { ChangeRecord, Deed } from '../../shared/change-record'
import type { RemoteProduct } from '../../shared/remote-product'
import { changeOfKey, localKey } from '../pictures'
import {
  addedVideoOf,
  removedVideoOf,
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
      return videoAt(product, url) ? null : videoAddition(url, role, product)
    }
    const there = gone(change, product)
    return there ? videoRemoval(there) : null
  },

  madeBy: changeOfKey,
  giveUp(open, made) {
    for (const { id, list, key } of open.all()) {
      const isAbout = list === 'videos' && key === localKey(made.id)
      if (id === made.id || isAbout) open.update(id, { state: 'taken-back', retryAt: null })
    }
  },

  unset: () => {},
  waiting(open) {
    const adds = new Map(open.filter(({ verb }) => verb === 'add').map(({ id }) => [localKey(id), id]))
    return new Map(
      open.flatMap(({ id, key }): [number, number][] => {
        const add = key === null ? undefined : adds.get(key)
        return add === undefined ? [] : [[id, add]]
      }),
    )
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

function addedBack(change: ChangeRecord, product: RemoteProduct): WayBack {
  const there = videoAt(product, addedVideoOf(change).url)
  return there
    ? { standing: 'clean', deed: videoRemoval(there) }
    : { standing: 'done', deed: { ...actOf(change), before: null, after: null } }
}

function removedBack(change: ChangeRecord, product: RemoteProduct): WayBack {
  const { url, role } = removedVideoOf(change)
  if (url === '') return { standing: 'stuck', reason: 'video-without-address' }
  return { standing: videoAt(product, url) ? 'done' : 'clean', deed: videoAddition(url, role, product) }
}
