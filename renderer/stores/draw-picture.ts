const stripRows = 256

type Turn = [number, number, number, number, number, number]

/** Size of the bitmap as it is meant to be seen. */
export function uprightSize({ width, height }: { width: number; height: number }, orientation: number) {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

/**
 * Draws the picture as it is meant to be seen, scaled. `orientation` is EXIF's: 1 upright, 3 upside down, 6 and 8 on its
 * side, even ones mirrored.
 */
export function drawUpright(bitmap: ImageBitmap, orientation: number, scale: number) {
  const size = uprightSize(bitmap, orientation)
  const width = Math.max(1, Math.round(size.width * scale))
  const height = Math.max(1, Math.round(size.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.scale(width / size.width, height / size.height)
  const { width: w, height: h } = bitmap
  const turns: Record<number, Turn> = {
    2: [-1, 0, 0, 1, w, 0],
    3: [-1, 0, 0, -1, w, h],
    4: [1, 0, 0, -1, 0, h],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, h, 0],
    7: [0, -1, -1, 0, h, w],
    8: [0, -1, 1, 0, 0, w],
  }
  const turn = turns[orientation]
  if (turn) context.transform(...turn)
  context.drawImage(bitmap, 0, 0)
  return { canvas, context }
}

/** In strips: the pixels of a large picture at once are hundreds of megabytes. */
export function hasTransparency(context: OffscreenCanvasRenderingContext2D): boolean {
  const { width, height } = context.canvas
  for (let top = 0; top < height; top += stripRows) {
    const { data } = context.getImageData(0, top, width, Math.min(stripRows, height - top))
    for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 255) return true
  }
  return false
}
