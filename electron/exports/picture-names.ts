import type { SourcedPicture } from '../changes/sourced-pictures'
import { variationLabel } from '../changes/variation-pictures'
import { matchFile, type Matcher } from '../pictures/matching/match-file'
import type { RemoteProduct } from '../shared/remote-product'
import { nameKey, numbered, safeName } from './safe-name'

export type Exported = { id: number; product: RemoteProduct }

/**
 * What the files of pictures are called, without their endings: no two alike, and such that whoever drops the folder has each of them
 * matched to what it is of. `folder`: its name, which is read too.
 */
export function createPictureNames(matcher: Matcher, folder: string) {
  const taken = new Set<string>()

  function isFound(name: string, { id, product }: Exported, { variation, place }: SourcedPicture): boolean {
    const { confidence, candidates, position } = matchFile(matcher, { name: `${name}.jpg`, folders: [folder] })
    const [first] = candidates
    if (confidence !== 'confident' || first?.productId !== id) return false
    const isOfProduct = first.sku === null || first.sku === (product.sku ?? '')
    if (variation?.sku) return first.sku === variation.sku
    return isOfProduct && (variation !== null || (position ?? 1) === place)
  }

  return (of: Exported, picture: SourcedPicture): string => {
    const names = namesFor(of.product, picture)
      .map(safeName)
      .filter((name) => name !== '')
    const free = names.filter((name) => !taken.has(nameKey(name)))
    // By none of them may it be found; it has one all the same.
    const name = free.find((each) => isFound(each, of, picture)) ?? numbered(names[0] ?? `Product ${of.id}`, taken)
    taken.add(nameKey(name))
    return name
  }
}

/** What it may be called, the plainest first. */
function namesFor({ id, sku = '', name = '' }: RemoteProduct, { variation, place }: SourcedPicture): string[] {
  if (variation) {
    const [own, label] = [variation.sku ?? '', variationLabel(variation)]
    const byOptions = [sku, name].filter((each) => each !== '').map((each) => `${each} ${label}`)
    return [...(own === '' ? [] : [own, `${own} picture`]), ...byOptions, `id-${id} ${label}`]
  }
  const first = (text: string) => (place === 1 ? [text] : [])
  return [sku, name, ...(id > 0 ? [`id-${id}`] : [])]
    .filter((text) => text !== '')
    .flatMap((text) => [...first(text), `${text}-${place}`, `${text} picture ${place}`])
}
