import { createHash } from 'node:crypto'
import { heldPictures } from '../changes/held-pictures'
import { ownPicture } from '../changes/own-picture'
import { AppError } from '../shared/errors'
import { stagedSource } from '../shared/picture-src'
import { remoteCategorySchema, remoteProductSchema } from '../shared/remote-product'
import type { ArchivedThing } from './archived-things'

/** Where the original of a picture is: in the store, or on this device until it is sent. */
type PictureSource = { url: string } | { hash: string }
type Picture = { bytes: Buffer; contentType: string }
export type PictureOf = (source: PictureSource) => Promise<Picture | null>

/** The addresses of the originals of the pictures of a thing. */
export function picturesOf({ thing, json }: ArchivedThing): string[] {
  if (thing === 'productType') return []
  const raw: unknown = JSON.parse(json)
  const sources =
    thing === 'product'
      ? heldPictures(remoteProductSchema.parse(raw)).map(({ source }) => source)
      : [ownPicture(remoteCategorySchema.parse(raw)).source]
  return sources.flatMap((source) => (source ? ['hash' in source ? stagedSource(source.hash) : source.url] : []))
}

const sourceOf = (address: string): PictureSource =>
  address.startsWith(stagedSource('')) ? { hash: address.slice(stagedSource('').length) } : { url: address }

/** `null`: it cannot be had. Throws where that cannot be known now, because there is no line. */
export async function pictureAt(pictureOf: PictureOf, address: string): Promise<Picture | null> {
  const ask = () => pictureOf(sourceOf(address))
  try {
    // One answer that did not come is no reason to give up all of it.
    return await ask().catch((error: unknown) => (isOffline(error) ? ask() : Promise.reject(error)))
  } catch (error) {
    if (error instanceof AppError && !isOffline(error)) return null
    throw error
  }
}

const isOffline = (error: unknown): boolean => error instanceof AppError && error.code === 'offline'

/** By its content: the same picture twice is one file. */
export function pictureFileOf({ bytes, contentType }: Picture): string {
  const ending = contentType.replace('image/', '').replace('jpeg', 'jpg')
  return `pictures/${createHash('sha256').update(bytes).digest('hex')}.${ending}`
}
