import { maxPictureBytes } from '../picture-intake'
import type {
  DamageKind,
  PictureSentence,
  PictureType,
  PlainPictureSentence,
  RareJpeg,
  RefusedFormat,
} from '../picture-sentence'

export function pictureSentenceText(sentence: PictureSentence): string {
  switch (sentence.says) {
    case 'format':
      return formats[sentence.format]
    case 'damaged':
      return `The ${typeNames[sentence.type]} file is damaged: ${damages[sentence.how]}. Copy or export it again from where it came from, and add it again.`
    case 'rare-jpeg':
      return `This JPEG is ${rareJpegs[sentence.kind]}, which no browser shows. Open it in a picture program, save it as an ordinary JPEG or PNG and add it again.`
    case 'too-large':
      return tooLarge(sentence.bytes, sentence.most)
    case 'gif-too-large':
      return `This GIF is ${megabytes(sentence.bytes)} MB; Ecwid takes at most 20 MB, and making it smaller would stop its motion.`
    case 'made-smaller':
      return `${megabytes(sentence.bytes)} MB: it is made smaller, because Ecwid takes at most 20 MB.`
    case 'side-too-long':
      return `${measured(sentence)}; at most ${sentence.most} a side can be used. Save it smaller and add it again.`
    case 'side-too-long-to-convert':
      return `${measured(sentence)}; at most ${sentence.most} a side can be converted.`
    case 'too-many-pixels':
      return `${measured(sentence)}; at most ${sentence.most} million pixels of such a file can be opened here. Save it smaller and add it again.`
    case 'tiny':
      return `Only ${sentence.width} x ${sentence.height} pixels: it will look blurred in the shop.`
    case 'tiff':
      return tiff(sentence)
    case 'too-many-files':
      return `That is more than ${sentence.most} files at once; the rest was left out. Add them in smaller portions.`
    default:
      return plain[sentence.says]
  }
}

/** Rounded up, so that nothing over a limit reads as the limit itself. */
const megabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10
const measured = ({ width, height }: { width: number; height: number }): string =>
  `The picture is ${width} x ${height} pixels`

function tooLarge(bytes: number, most: number): string {
  const limit = most / 1024 / 1024
  if (most === maxPictureBytes) return `The picture is ${megabytes(bytes)} MB; Ecwid takes at most ${limit} MB.`
  return `The file is ${megabytes(bytes)} MB; at most ${limit} MB can be opened here. Save it smaller and add it again.`
}

function tiff({ pages, orMore, isForPrint }: Extract<PictureSentence, { says: 'tiff' }>): string {
  const about = [
    pages !== null && `It has ${pages}${orMore ? ' or more' : ''} pages; only the first one is used.`,
    isForPrint && 'Its colours are made for print (CMYK): they may look different on a screen.',
  ]
  return about.filter(Boolean).join(' ')
}

const typeNames: Record<PictureType, string> = {
  jpeg: 'JPEG',
  png: 'PNG',
  gif: 'GIF',
  webp: 'WebP',
  avif: 'AVIF',
  bmp: 'BMP',
  heic: 'HEIC',
  tiff: 'TIFF',
}

/** What happened to the file, without the words of file formats. */
const damages: Record<DamageKind, string> = {
  cut: 'its end is missing, as after a copy or download that was broken off',
  broken: 'a part of it is wrong, so it would look broken in the shop',
  empty: 'there is no picture in it',
}

const rareJpegs: Record<RareJpeg, string> = {
  arithmetic: 'compressed with arithmetic coding',
  lossless: 'compressed without loss (lossless JPEG, as scanners and hospitals use it)',
  layered: 'stored in layers (hierarchical JPEG)',
  deep: 'stored with more than 8 bits a colour',
}

const saveIt = 'Save it as JPEG or PNG and add it again.'
const saveOther = `which cannot be used here. ${saveIt}`

/** What such a file is and what to do with it. */
const formats: Record<RefusedFormat, string> = {
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
  unknown: 'This is not a picture. Ecwid takes JPEG, PNG and GIF; WebP, AVIF, HEIC, TIFF and BMP are converted here.',
}

const plain: Record<PlainPictureSentence, string> = {
  'file-empty': 'The file is empty (0 bytes).',
  'file-is-a-device': 'This is a device or a pipe, not a file with a picture in it.',
  'folder-empty': 'There are no pictures in this folder.',
  'folder-taken-already':
    'This is a link to a folder that is here already, so its pictures were taken once, from there.',
  'not-converted': 'The store takes JPEG, PNG and GIF only; this picture was not converted.',
  'stands-still': 'It moves; in the shop it stands still, because only its first frame can be used.',
  'stands-still-if-smaller': 'It moves; made smaller, it stands still, because only its first frame can be used.',
  'tiff-compression': `This TIFF is compressed in a way that cannot be opened here. ${saveIt}`,
  'gif-not-smaller': 'The GIF moves and has more than 20 MB: it cannot be made smaller here.',
  'not-small-enough': 'The picture could not be made smaller than 20 MB.',
  'memory-too-small': 'There is not enough memory to open this picture here. Save it smaller and add it again.',
  'opens-too-long': 'This picture takes too long to open; it may be damaged. Save it anew as JPEG and add it again.',
  'not-opened':
    'The picture could not be opened, so it is not sent; it may be damaged. Save it anew as JPEG and add it again.',
}
