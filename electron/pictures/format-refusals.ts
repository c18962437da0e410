import type { PictureType } from '../shared/picture-intake'
import type { PictureFormat } from './picture-format'

const taken = 'Ecwid takes JPEG, PNG and GIF; WebP, AVIF, HEIC, TIFF and BMP are converted here.'
const saveIt = 'Save it as JPEG or PNG and add it again.'
const saveOther = `which cannot be used here. ${saveIt}`

const refusals: Record<Exclude<PictureFormat, PictureType>, string> = {
  svg: 'This is an SVG drawing, which Ecwid does not take. Save it as PNG and add it again.',
  pdf: 'This is a PDF document, not a picture. Save the page as JPEG or PNG and add that.',
  psd: `This is a Photoshop file, which Ecwid does not take. ${saveIt}`,
  drawing: `This is a drawing made for print (EPS or PostScript), ${saveOther}`,
  gimp: `This is a GIMP file, ${saveOther}`,
  'camera-raw': 'This is the raw file of a camera, not a finished picture. Export it as JPEG and add it again.',
  jxl: `This is a JPEG XL picture, ${saveOther}`,
  jp2: `This is a JPEG 2000 picture, ${saveOther}`,
  jxr: `This is a JPEG XR picture, ${saveOther}`,
  icon: `This is an icon (ICO), ${saveOther}`,
  archive: 'This is a zip archive, not a picture. Unpack it and add the pictures in it.',
  film: 'This is a film or a sound, not a picture. Save one frame of a film as JPEG and add that.',
  'web-page': 'This is a web page, not a picture. Save the picture itself and add that.',
  unknown: `This is not a picture. ${taken}`,
}

/** What such a file is and what to do with it, as sentences. */
export function refusalOf(format: Exclude<PictureFormat, PictureType>): string {
  return refusals[format]
}

export const cameraRaw = refusals['camera-raw']
