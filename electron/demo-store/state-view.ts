import type { Store } from './store'
import type { PictureSource, StoredCombination, StoredProduct } from './stored-catalogue'

/** What a test compares with what it sent: all products, and for each picture the hash of the bytes that were uploaded. */
export function stateView(store: Store) {
  return {
    products: [...store.data.products.values()].map((product) => productState(product, store)),
    categories: [...store.data.categories.values()].map(
      ({ id, parentId, orderBy, values, productIds, ...category }) => ({
        id,
        parentId,
        orderBy,
        ...values,
        productIds,
        alt: category.alt,
        ...(category.imageBase === undefined
          ? {}
          : { image: pictureState(store.data.pictures.get(category.imageBase)) }),
      }),
    ),
    deleted: store.data.deleted,
    frontPage: store.data.frontPage,
  }
}

function productState(product: StoredProduct, store: Store) {
  const { id, createdAt, updatedAt, values, images, mainVideo, videos, files, combinations } = product
  return {
    id,
    createTimestamp: createdAt,
    updateTimestamp: updatedAt,
    ...values,
    attributes: attributesOf(values),
    media: {
      images: images.map((image) => ({
        id: image.id,
        alt: image.alt,
        /** Stays with the picture, whatever becomes of its id. */
        base: image.base,
        fileName: image.fileName,
        ...image.later,
        ...pictureState(store.data.pictures.get(image.base)),
      })),
      videos: [...(mainVideo ? [mainVideo] : []), ...videos].map(({ url }) => url),
    },
    files: files.map(({ name, description, size, sha256, later }) => ({ name, description, size, sha256, ...later })),
    combinations: combinations.map((each) => ({
      id: each.id,
      ...each.values,
      attributes: attributesOf(each),
      options: each.options.map(({ later, ...pair }) => ({ ...pair, ...later })),
      alt: each.alt,
      ...(each.imageBase === undefined ? {} : { image: pictureState(store.data.pictures.get(each.imageBase)) }),
    })),
  }
}

const attributesOf = ({ attributes }: Pick<StoredCombination, 'attributes'>) =>
  attributes.map(({ later, ...value }) => ({ ...value, ...later }))

/** A drawing of the demo shop has no uploaded bytes and so no hash. */
function pictureState(source: PictureSource | undefined) {
  if (source?.kind === 'uploaded') return { sha256: source.sha256, size: source.size, drawn: false }
  return source?.kind === 'linked' ? { sha256: null, url: source.url, drawn: false } : { sha256: null, drawn: true }
}
