import { shortName } from '../../electron/shared/set-label'
import { apply, type Outcome, type ProductTarget } from './product-action'

export async function addVideo(target: ProductTarget, url: string, role: 'main' | 'gallery'): Promise<Outcome> {
  const label = { code: 'add-video', product: shortName(target.productName) } as const
  return apply(target, label, { kind: 'video.add', productId: target.productId, url, role })
}

export async function removeVideo(target: ProductTarget, video: string): Promise<Outcome> {
  const label = { code: 'remove-video', product: shortName(target.productName) } as const
  return apply(target, label, { kind: 'video.remove', productId: target.productId, video })
}
