import { createHash } from 'node:crypto'
import { sourcedPictures } from '../changes/sourced-pictures'
import { ownPicture } from '../changes/own-picture'
import { endingOf } from '../pictures/picture-format'
import type { PictureSource } from '../shared/change'
import { AppError } from '../shared/errors'
import { stagedHashOf, stagedSource } from '../shared/picture-src'
import { remoteCategorySchema, remoteProductSchema } from '../shared/remote-product'
import type { ArchivedThing } from './archived-things'

type Picture = { bytes: Buffer; contentType: string }
export type PictureOf = (source: PictureSource) => Promise<Picture | null>

/** The addresses of the originals of the pictures of a thing. */
export function picturesOf({ thing, json }: ArchivedThing): string[] {
  if (thing === 'productType') return []
  const raw: unknown = JSON.parse(json)
  const sources =
    thing === 'product'
      ? sourcedPictures(remoteProductSchema.parse(raw)).map(({ source }) => source)
      : [ownPicture(remoteCategorySchema.parse(raw)).source]
  return sources.flatMap((source) => (source ? ['hash' in source ? stagedSource(source.hash) : source.url] : []))
}

function sourceOf(address: string): PictureSource {
  const hash = stagedHashOf(address)
  return hash === undefined ? { url: address } : { hash }
}

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
  return `pictures/${createHash('sha256').update(bytes).digest('hex')}.${endingOf(contentType)}`
}
