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
import { srgbProfile } from './icc-profile'

/** As scanning allows it (electron/pictures/pixel-limit.ts): what claims one size and holds another ends here. */
const mostPixels = 64_000_000n
const longestSide = 16_384n
const mostMemory = 1_500_000_000n

/** Four bytes a pixel: red, green, blue and alpha. */
export type MagickPicture = {
  data: Uint8ClampedArray<ArrayBuffer>
  width: number
  height: number
  /** What the pixels are to be read with; null: they are sRGB. */
  profile: Uint8Array | null
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
 * HEIC or TIFF -> upright pixels, the first page of several: in sRGB, or as they are with the profile that `isKept` says
 * yes to. Throws when there is no such picture in the bytes, or a larger one than is allowed.
 */
export function decodeByMagick(
  bytes: Uint8Array,
  format: 'heic' | 'tiff',
  isKept: (profile: Uint8Array) => boolean,
): MagickPicture {
  // The format is named, so that no other of ImageMagick's many readers ever sees a stranger's bytes.
  const settings = new MagickReadSettings({ format: { heic: MagickFormat.Heic, tiff: MagickFormat.Tiff }[format] })
  settings.frameIndex = 0
  settings.frameCount = 1
  // A HEIC file is turned by its own properties; what its camera data say besides is not to be heeded.
  settings.syncImageWithExifProfile = format !== 'heic'
  return ImageMagick.read(bytes, settings, (image) => {
    if (format === 'tiff') image.autoOrient()
    const profile = image.getColorProfile()
    const kept = profile && isKept(profile.data) ? profile.data.slice() : null
    if (!kept) toSrgb(image, profile !== null)
    const { width, height } = image
    const rgba = image.getPixels((pixels) => pixels.toByteArray(0, 0, width, height, 'RGBA'))
    if (!rgba) throw new Error('no pixels')
    const data = new Uint8ClampedArray(rgba.buffer as ArrayBuffer, rgba.byteOffset, rgba.length)
    return { data, width, height, profile: kept }
  })
}

function toSrgb(image: IMagickImage, hasProfile: boolean): void {
  const isDone = hasProfile && image.transformColorSpace(new ColorProfile(srgbProfile()))
  if (!isDone && image.colorSpace !== ColorSpace.sRGB) image.colorSpace = ColorSpace.sRGB
}
