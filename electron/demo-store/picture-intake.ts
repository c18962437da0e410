import { ApiError, wrongParameter } from './api-error'
import { jsonObjectBody, type ApiRequest } from './api-request'
import type { Blobs } from './blobs'
import { mostUploaded } from './http-body'
import { imageFacts } from './image-format'
import { httpUrl } from './link-download'
import { readAlt, noAlt } from './media-order'
import type { StoreParts } from './store-parts'
import type { Store } from './store'
import type { Alt } from './stored-catalogue'
import type { Upload } from './upload-form'

export const tooBig = () => new ApiError(400, 'The image file is larger than 20 MB', 'INCORRECT_IMAGE_SIZE')
const notAnImage = () =>
  new ApiError(422, 'Uploaded file cannot be processed. Please make sure you upload an image file')

/** Stores the picture of an upload, from the body or from `externalUrl` (which wins), and answers its first file id. */
export async function takePicture(
  { param, content }: Upload,
  { store, blobs, download }: Pick<StoreParts, 'store' | 'blobs' | 'download'>,
): Promise<number> {
  const url = param('externalUrl')
  return storePicture(url === undefined ? content : await download(url), store, blobs)
}

export async function storePicture(content: Buffer, store: Store, blobs: Blobs): Promise<number> {
  if (content.length > mostUploaded) throw tooBig()
  const facts = imageFacts(content)
  if (!facts) throw notAnImage()
  const sha256 = await blobs.put(content)
  const base = store.nextId('picture')
  store.data.pictures.set(base, { kind: 'uploaded', sha256, size: content.length, ...facts })
  return base
}

export type LinkedPicture = { base: number; alt: Alt; externalId: string | undefined }

/** The body of an async upload: `{url, width, height, externalId?, alt?}`. The picture stays a link to its address. */
export function takeLinkedPicture(request: ApiRequest, store: Store): LinkedPicture {
  const body = jsonObjectBody(request, 'AsyncPictureData')
  const { url, externalId } = body
  if (typeof url !== 'string') throw wrongParameter('Field AsyncPictureData.url is expected to be a string')
  const [width, height] = ['width', 'height'].map((name) => {
    const value = Number(body[name])
    if (!Number.isInteger(value) || value <= 0) {
      throw wrongParameter(`Field AsyncPictureData.${name} is expected to be a number`)
    }
    return value
  })
  const base = store.nextId('picture')
  store.data.pictures.set(base, { kind: 'linked', url: httpUrl(url), width: width ?? 1, height: height ?? 1 })
  return { base, alt: readAlt(body['alt'], noAlt), externalId: typeof externalId === 'string' ? externalId : undefined }
}
