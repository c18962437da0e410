import { givenTexts } from './given-texts'
import type { JsonObject } from './json-object'
import { inLanguage } from './product-haystack'
import { galleryOf } from './product-state'
import type { Alt, PictureSource, StoredImage, StoredProduct, StoredVideo } from './stored-catalogue'
import type { ViewContext } from './view-context'

/** Pixels of the drawn originals, both ways. */
export const drawnSize = 1200
export const pictureSizes = [160, 400, 800, 1500] as const

const borderInfo = { dominatingColor: { red: 244, green: 243, blue: 240, alpha: 255 }, homogeneity: true }

function originalFormat(source: PictureSource): string {
  return source.kind === 'linked' ? 'jpg' : source.format
}

/** The id an upload answers: that of the 1500 px file. */
export function uploadId(base: number): number {
  return base + pictureSizes.length
}

/** Of a category's picture it is that of the 400 px file. */
export function categoryUploadId(base: number): number {
  return base + 2
}

/** The addresses of one picture's files. Until an async picture is processed all of them are the address it came from. */
export function pictureUrls(base: number, context: ViewContext) {
  const source = context.store.data.pictures.get(base)
  if (!source || source.kind === 'linked') {
    const url = source?.url ?? ''
    return { original: url, w160: url, w400: url, w800: url, w1500: url }
  }
  const format = originalFormat(source)
  const sized = format === 'gif' ? 'png' : format
  const file = (step: number, extension: string) => `${context.pictureUrl}/${base + step}.${extension}`
  return {
    original: file(0, format),
    w160: file(1, sized),
    w400: file(2, sized),
    w800: file(3, sized),
    w1500: file(4, sized),
  }
}

export function pictureDimensions(base: number, context: ViewContext): { width: number; height: number } {
  const source = context.store.data.pictures.get(base)
  if (!source || source.kind === 'drawn') return { width: drawnSize, height: drawnSize }
  return { width: source.width, height: source.height }
}

export function altView(alt: Alt, context: ViewContext): JsonObject {
  const main = inLanguage(alt.main ?? '', alt.translated, context.lang)
  const translated = givenTexts(alt.translated, context)
  return main === '' ? { translated } : { main, translated }
}

/** thumbnailUrl and its sisters for a product's or variation's own picture. */
export function mainPictureFields(base: number, context: ViewContext): JsonObject {
  const urls = pictureUrls(base, context)
  return {
    thumbnailUrl: urls.w400,
    imageUrl: urls.w1500,
    smallThumbnailUrl: urls.w160,
    hdThumbnailUrl: urls.w800,
    originalImageUrl: urls.original,
  }
}

export function productMediaFields(product: StoredProduct, context: ViewContext): JsonObject {
  const { mainVideo, videos } = product
  const main = mainVideo ? undefined : product.images[0]
  const shown = main?.base ?? mainVideo?.cover
  const gallery = galleryOf(product)
  return {
    ...(shown === undefined ? {} : mainPictureFields(shown, context)),
    originalImage: main && { url: pictureUrls(main.base, context).original, ...pictureDimensions(main.base, context) },
    borderInfo: main && borderInfo,
    galleryImages: gallery.map((image, position) => galleryView(image, position, context)),
    media: {
      // Where a video is the main thing, the pictures come after it.
      images: product.images.map((image, position) => imageView(image, mainVideo ? position + 1 : position, context)),
      videos: [...(mainVideo ? [mainVideo] : []), ...videos].map((each) => videoView(each, context)),
    },
  }
}

function imageView(image: StoredImage, position: number, context: ViewContext): JsonObject {
  const urls = pictureUrls(image.base, context)
  return {
    id: image.id,
    isMain: position === 0,
    orderBy: position,
    image160pxUrl: urls.w160,
    image400pxUrl: urls.w400,
    image800pxUrl: urls.w800,
    image1500pxUrl: urls.w1500,
    imageOriginalUrl: urls.original,
    alt: altView(image.alt, context),
    externalId: image.externalId,
    ...image.later,
  }
}

function galleryView(image: StoredImage, position: number, context: ViewContext): JsonObject {
  const urls = pictureUrls(image.base, context)
  return {
    id: Number(image.id),
    url: urls.w1500,
    thumbnail: urls.w160,
    originalImageUrl: urls.original,
    imageUrl: urls.w1500,
    hdThumbnailUrl: urls.w800,
    thumbnailUrl: urls.w400,
    smallThumbnailUrl: urls.w160,
    alt: inLanguage(image.alt.main ?? '', image.alt.translated, context.lang),
    ...pictureDimensions(image.base, context),
    orderBy: position,
    borderInfo,
    ...image.later,
  }
}

function videoView(video: StoredVideo, context: ViewContext): JsonObject {
  const urls = pictureUrls(video.cover, context)
  return {
    id: video.id,
    videoCoverId: String(uploadId(video.cover)),
    url: video.url,
    embedHtml: `<iframe src="${video.url.replace(/"/g, '&quot;')}"></iframe>`,
    providerName: 'Demo',
    title: video.title,
    image160pxUrl: urls.w160,
    image400pxUrl: urls.w400,
    image800pxUrl: urls.w800,
    image1500pxUrl: urls.w1500,
    imageOriginalUrl: urls.original,
    ...video.later,
  }
}
