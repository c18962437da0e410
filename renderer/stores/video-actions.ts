import { videoName } from '../../electron/shared/video-address'
import { apply, partLabel, type Outcome, type ProductTarget } from './product-action'
import { openedProduct } from './product-store'

export async function addVideo(target: ProductTarget, url: string, role: 'main' | 'gallery'): Promise<Outcome> {
  const label = partLabel('add-video', target, videoName(url))
  return apply(target, label, { kind: 'video.add', productId: target.productId, url, role })
}

export async function removeVideo(target: ProductTarget, video: string): Promise<Outcome> {
  const label = partLabel('remove-video', target, titleOf(video))
  return apply(target, label, { kind: 'video.remove', productId: target.productId, video })
}

/** A main video takes the place of the main picture, which comes back with the undo of the set. */
export async function placeVideo(target: ProductTarget, video: string, role: 'main' | 'gallery'): Promise<Outcome> {
  const code = role === 'main' ? ('main-video' as const) : ('video-behind' as const)
  const label = partLabel(code, target, titleOf(video))
  return apply(target, label, { kind: 'video.place', productId: target.productId, video, role })
}

const titleOf = (video: string): string => openedProduct()?.detail?.videos.find(({ key }) => key === video)?.title ?? ''
