import { addsVideo, removesPicture, toAddVideo, toRemoveVideo } from '../shared/change-address'
import {
  removedPictureSchema,
  videoSchema,
  type ChangeRecord,
  type Deed,
  type VideoRecord,
} from '../shared/change-record'
import { hasMainVideo, isMainVideo, type RemoteProduct, type RemoteVideo } from '../shared/remote-product'
import { videoName } from '../shared/video-address'
import { imagesOf, localKey } from './pictures'

// Videos of products. One is known by its address, which says more than the store's numbers: those change with its place.

export const videosOf = ({ media }: RemoteProduct): readonly RemoteVideo[] => media?.videos ?? []

/** By a local key while its change waits. */
export const videoKey = ({ id, url }: RemoteVideo): string =>
  id.startsWith(localKey(0).slice(0, -1)) || url === undefined ? id : videoName(url)

export const addedVideoOf = ({ after }: Pick<ChangeRecord, 'after'>): VideoRecord => videoSchema.parse(after)
export const removedVideoOf = ({ before }: Pick<ChangeRecord, 'before'>): VideoRecord => videoSchema.parse(before)

/** The video at this address, by whichever of its addresses. */
export const videoAt = (product: RemoteProduct, address: string): RemoteVideo | undefined =>
  videosOf(product).find(({ url }) => url !== undefined && videoName(url) === videoName(address))

export const videoNamed = (product: RemoteProduct, key: string): RemoteVideo | undefined =>
  videosOf(product).find((video) => videoKey(video) === key)

/** A main video takes the place of the main picture, which would be lost: only where there is neither. */
export const isMainFree = (product: RemoteProduct): boolean => imagesOf(product).length === 0 && !hasMainVideo(product)

export const videoAddition = (url: string, wanted: VideoRecord['role'], product: RemoteProduct): Deed => {
  const role = wanted === 'main' && isMainFree(product) ? 'main' : 'gallery'
  return { ...toAddVideo, entry: videoName(url), before: null, after: { url, role } }
}

export function videoRemoval(video: RemoteVideo): Deed {
  const before: VideoRecord = { url: video.url ?? '', role: isMainVideo(video) ? 'main' : 'gallery' }
  return { ...toRemoveVideo(videoKey(video)), entry: shownVideo(video), before, after: null }
}

/** The removal of the picture whose place a main video takes, among the open changes of its product: it waits for the video. */
export const replacedBy = (video: Pick<ChangeRecord, 'id'>, open: readonly ChangeRecord[]): ChangeRecord | undefined =>
  open.find((change) => removesPicture(change) && change.waitsFor === video.id)

/** Removal of a main picture -> the video of the same set that takes its place. */
export function waitingForVideos(open: readonly ChangeRecord[], all: readonly ChangeRecord[]): Map<number, number> {
  const videos = all.filter((change) => addsVideo(change) && addedVideoOf(change).role === 'main')
  return new Map(
    open.filter(removesPicture).flatMap(({ id, setId, before }): [number, number][] => {
      const video = videos.find((each) => each.setId === setId)
      return video && removedPictureSchema.safeParse(before).data?.position === 0 ? [[id, video.id]] : []
    }),
  )
}

/** What its owner knows it by. */
export const shownVideo = ({ id, url, title }: RemoteVideo): string =>
  url === undefined ? title || `Video ${id}` : videoName(url)

/** The product with waiting videos, and without those that are to go. */
export function withVideos(product: RemoteProduct, changes: readonly ChangeRecord[]): RemoteProduct {
  const videos = changes.reduce((shown: readonly RemoteVideo[], change) => {
    if (change.verb === 'remove') return shown.filter((video) => videoKey(video) !== change.key)
    const { url, role } = addedVideoOf(change)
    // In the store already, and only the change is not settled yet.
    if (shown.some((video) => video.url !== undefined && videoName(video.url) === videoName(url))) return shown
    const video: RemoteVideo = { id: localKey(change.id), url, ...(role === 'main' && { isMain: true }) }
    return role === 'main' ? [video, ...shown] : [...shown, video]
  }, videosOf(product))
  return { ...product, media: { ...product.media, videos: [...videos] } }
}
