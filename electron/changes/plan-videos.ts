import type { Operation } from '../shared/change'
import { toAddVideo, toRemovePicture } from '../shared/change-address'
import type { Deed } from '../shared/change-record'
import { AppError } from '../shared/errors'
import { hasMainVideo, isMainVideo, type RemoteProduct, type RemoteVideo } from '../shared/remote-product'
import { says } from '../shared/sentence'
import { videoProblem } from '../shared/video-address'
import { changeOfKey, imagesOf, pictureKey, toRemovedPicture } from './pictures'
import { isMainFree, shownVideo, videoAddition, videoAt, videoNamed, videoRemoval } from './videos'

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>

export function planAddedVideo({ url, role }: Of<'video.add'>, current: RemoteProduct): Deed {
  const problem = videoProblem(url)
  if (problem) throw new AppError('invalid-input', says(problem))
  if (videoAt(current, url)) throw new AppError('invalid-input', says('video-there'))
  if (role === 'main' && !isMainFree(current)) throw new AppError('invalid-input', says('main-place-has-picture'))
  return videoAddition(url, role, current)
}

export const planRemovedVideo = ({ video }: Of<'video.remove'>, current: RemoteProduct): Deed =>
  videoRemoval(videoOrFail(current, video))

/** Ecwid moves no video: it goes, and comes again in the other place. What it replaces there is removed by the store along with it. */
export function planPlacedVideo({ video: named, role }: Of<'video.place'>, current: RemoteProduct): Deed[] {
  const video = videoOrFail(current, named)
  const { url } = video
  if (isMainVideo(video) === (role === 'main')) return []
  if (changeOfKey(video.id) !== null) throw new AppError('invalid-input', says('video-not-sent-yet'))
  if (url === undefined) throw new AppError('invalid-input', says('video-address-not-told'))
  const added = { ...toAddVideo, entry: shownVideo(video), before: null }
  if (role === 'gallery') {
    const removal = { ...videoRemoval(video), before: { url, role: 'main', wasMain: true } }
    return [removal, { ...added, after: { url, role, wasMain: true } }]
  }
  if (hasMainVideo(current)) throw new AppError('invalid-input', says('main-video-there'))
  return [videoRemoval(video), { ...added, after: { url, role } }, ...replacedPicture(current)]
}

function replacedPicture(current: RemoteProduct): Deed[] {
  const images = imagesOf(current)
  const main = images[0] && toRemovedPicture(images, pictureKey(images[0]))
  if (!main) return []
  if (changeOfKey(main.key) !== null) throw new AppError('invalid-input', says('main-picture-not-sent-yet'))
  return [{ ...toRemovePicture(main.key), before: main, after: null }]
}

function videoOrFail(current: RemoteProduct, named: string): RemoteVideo {
  const video = videoAt(current, named) ?? videoNamed(current, named)
  if (!video) throw new AppError('not-found', says('video-not-here'))
  return video
}
