import { webpOrientation } from './webp-orientation'

/** A picture as pixels; `drawUpright` draws it. Close the bitmap when it is not needed any more. */
export type DecodedPicture = {
  bitmap: ImageBitmap
  /** EXIF's number for a picture that lies on its side or is mirrored; 1: the bitmap is upright. */
  turn: number
  /** Of the canvas that keeps its colours. */
  colorSpace: PredefinedColorSpace
}

/** For workers: `type` is a content type such as `image/webp`. Throws when the bytes are no such picture. */
export async function decodePicture(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<DecodedPicture> {
  const orientation = type === 'image/webp' ? webpOrientation(bytes) : null
  // Engines differ in whether they heed the note of the camera in a WebP file: it is taken out and heeded here.
  if (orientation) bytes[orientation.offset] = 1
  const bitmap = await createImageBitmap(new Blob([bytes], { type }), { imageOrientation: 'from-image' })
  return { bitmap, turn: orientation?.value ?? 1, colorSpace: colorSpaceOf(bytes) }
}

/** The colours of a picture with a wide profile outlast sRGB only on a canvas that is wide itself. */
function colorSpaceOf(bytes: Uint8Array): PredefinedColorSpace {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536)).replaceAll('\0', '')
  const hasProfile = head.includes('ICC_PROFILE') || head.includes('iCCP') || head.includes('ICCP')
  return hasProfile && /Display P3|Adobe RGB|ProPhoto|Rec\.? ?2020/.test(head) ? 'display-p3' : 'srgb'
}
