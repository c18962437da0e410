import {
  ColorProfile,
  ColorSpace,
  ImageMagick,
  initializeImageMagick,
  MagickFormat,
  MagickReadSettings,
  ResourceLimits,
  type IMagickImage,
} from '@imagemagick/magick-wasm'
import { iccProfile } from './icc-profile'

/** As scanning allows it (electron/images/pixel-limit.ts): what claims one size and holds another ends here. */
const mostPixels = 64_000_000n
const longestSide = 16_384n
const mostMemory = 1_500_000_000n

/** Four bytes a pixel: red, green, blue and alpha. */
export type MagickPicture = {
  data: Uint8ClampedArray<ArrayBuffer>
  width: number
  height: number
  colorSpace: PredefinedColorSpace
}

/** Once in each worker. */
export async function loadMagick(wasm: WebAssembly.Module | Uint8Array): Promise<void> {
  await initializeImageMagick(wasm)
  ResourceLimits.width = longestSide
  ResourceLimits.height = longestSide
  ResourceLimits.area = mostPixels
  ResourceLimits.memory = mostMemory
  ResourceLimits.disk = 0n
  ResourceLimits.listLength = 4n
}

/**
 * HEIC or TIFF -> upright pixels in sRGB, or in Display P3 when its own colours are wider. The first page of several.
 * Throws when there is no such picture in the bytes, or a larger one than is allowed.
 */
export function decodeByMagick(bytes: Uint8Array, format: 'heic' | 'tiff'): MagickPicture {
  // The format is named, so that no other of ImageMagick's many readers ever sees a stranger's bytes.
  const settings = new MagickReadSettings({ format: { heic: MagickFormat.Heic, tiff: MagickFormat.Tiff }[format] })
  settings.frameIndex = 0
  settings.frameCount = 1
  // A HEIC file is turned by its own properties; what its camera data say besides is not to be heeded.
  settings.syncImageWithExifProfile = format !== 'heic'
  return ImageMagick.read(bytes, settings, (image) => {
    if (format === 'tiff') image.autoOrient()
    return toPixels(image)
  })
}

function toPixels(image: IMagickImage): MagickPicture {
  const profile = image.getColorProfile()
  const isWide = profile !== null && /Display P3|Adobe RGB|ProPhoto|Rec\.? ?2020/.test(profile.description ?? '')
  const colorSpace: PredefinedColorSpace = isWide ? 'display-p3' : 'srgb'
  const isChanged = profile !== null && image.transformColorSpace(new ColorProfile(iccProfile(colorSpace)))
  if (!isChanged && image.colorSpace !== ColorSpace.sRGB) image.colorSpace = ColorSpace.sRGB
  const { width, height } = image
  const rgba = image.getPixels((pixels) => pixels.toByteArray(0, 0, width, height, 'RGBA'))
  if (!rgba) throw new Error('no pixels')
  const clamped = new Uint8ClampedArray(rgba.buffer as ArrayBuffer, rgba.byteOffset, rgba.length)
  return { data: clamped, width, height, colorSpace }
}
