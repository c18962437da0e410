import { pictureKey, sameKey } from '../picture-key'
import type { RemoteProduct } from '../remote-product'
import type { Entry } from './kind'

// The picture of a choice: by its name, as all pictures, because the number that Ecwid calls it by moves with the main picture.

type Product = Pick<RemoteProduct, 'media'>

/** What no picture of the product is called stays as it is, under Ecwid's name. */
export function withSwatchPicture(choice: Entry, { media }: Product): Entry {
  const { imageId } = choice
  if (imageId === undefined || imageId === null) return choice
  const image = media?.images?.find(({ id }) => id === String(imageId))
  return image ? { ...choice, picture: pictureKey(image) } : choice
}

/** `read`: the choice as it was given. One that says nothing of a picture has the one that it had. */
export function withSwatchNumber({ picture: _, ...choice }: Entry, read: Entry, product: Product | undefined): Entry {
  const { picture } = read
  if (picture === undefined) return choice
  const image = product?.media?.images?.find((each) => sameKey(pictureKey(each), String(picture)))
  const { imageId: _former, ...others } = choice
  return image ? { ...others, imageId: image.id } : others
}
