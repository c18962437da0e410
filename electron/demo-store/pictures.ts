import { fileNotFound } from './api-error'
import type { ApiAnswer } from './api-request'
import type { Blobs } from './blobs'
import { drawPicture } from './drawings/draw-picture'
import { drawnSize, pictureSizes } from './media-view'
import { mimeOf, renderSvg, resizePicture, type RenderedPicture } from './picture-render'
import type { Store } from './store'
import type { PictureSource } from './stored-catalogue'

const keptPictures = 400

/** Serves `/images/{store}/{file}`: originals as they are, the other sizes made when first asked for. */
export function createPictures(store: Store, blobs: Blobs) {
  const rendered = new Map<string, Promise<RenderedPicture>>()

  const make = async (source: PictureSource, step: number): Promise<RenderedPicture> => {
    const box = step === 0 ? undefined : pictureSizes[step - 1]
    if (source.kind === 'drawn') {
      return renderSvg(drawPicture(source), Math.min(box ?? drawnSize, drawnSize), source.format)
    }
    const content = source.kind === 'uploaded' ? await blobs.get(source.sha256) : undefined
    if (source.kind !== 'uploaded' || !content) throw fileNotFound()
    if (box === undefined) return { content, type: mimeOf(source.format) }
    return resizePicture(content, source, box)
  }

  /** One rendering per drawing and size, however many products show it. */
  const keyOf = (source: PictureSource, step: number): string =>
    source.kind === 'drawn'
      ? `${source.drawing} ${source.palette} ${source.view} ${source.format} ${step}`
      : `${source.kind === 'uploaded' ? source.sha256 : source.url} ${step}`

  return async (file: string): Promise<ApiAnswer> => {
    const id = Number(/^(\d+)\.\w+$/.exec(file)?.[1] ?? Number.NaN)
    const base = Math.floor(id / 10) * 10
    const source = store.data.pictures.get(base)
    const step = id - base
    if (!source || step > pictureSizes.length) throw fileNotFound()
    const key = keyOf(source, step)
    let picture = rendered.get(key)
    if (!picture) {
      if (rendered.size >= keptPictures) rendered.delete(rendered.keys().next().value ?? '')
      picture = make(source, step)
      rendered.set(key, picture)
      picture.catch(() => rendered.delete(key))
    }
    const bytes = await picture
    return { status: 200, bytes, headers: { 'Cache-Control': 'public, max-age=31536000' } }
  }
}

export type Pictures = ReturnType<typeof createPictures>
