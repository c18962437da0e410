import { ImageMagick, MagickFormat, MagickReadSettings, initializeImageMagick } from '@imagemagick/magick-wasm'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export async function loadMagickForTests(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm')
  await initializeImageMagick(readFileSync(wasm))
}

export type Shown = { width: number; height: number; data: Buffer }

/** Every pixel as a decoder of C code sees it, which is independent of what is tested. */
export function shown(bytes: Uint8Array, format: keyof typeof MagickFormat): Shown {
  const settings = new MagickReadSettings({ format: MagickFormat[format] })
  return ImageMagick.read(bytes, settings, (image) => {
    const { width, height } = image
    const data = image.getPixels((pixels) => pixels.toByteArray(0, 0, width, height, 'RGBA'))
    return { width, height, data: Buffer.from(data ?? []) }
  })
}

/** The picture of a PNG as a progressive JPEG, as web shops write them. */
export function progressiveJpeg(png: Uint8Array): Buffer {
  const settings = new MagickReadSettings({ format: MagickFormat.Png })
  return ImageMagick.read(png, settings, (image) => {
    image.quality = 85
    return image.write(MagickFormat.Pjpeg, (bytes) => Buffer.from(bytes))
  })
}
