import jpeg from 'jpeg-js'
import { exif, segment, withSegments } from './jpeg-segments'

/** Four quarters, so that every turn and mirroring shows: red and green above blue and white. */
const quarterColours = {
  red: [0xe0, 0x20, 0x20],
  green: [0x20, 0xc0, 0x20],
  blue: [0x20, 0x20, 0xe0],
  white: [0xf0, 0xf0, 0xf0],
} as const
export const uprightQuarters = 'red green blue white'

type Pixels = { data: Uint8Array | Uint8ClampedArray; width: number; height: number }

/** The colours of the four quarters, from the left above to the right below; numbers where it is none of them. */
export function quartersOf({ data, width, height }: Pixels, tolerance = 30): string {
  const places = [0, 1, 2, 3].map((quarter) => {
    const x = Math.floor(width * (quarter % 2 === 0 ? 0.25 : 0.75))
    const y = Math.floor(height * (quarter < 2 ? 0.25 : 0.75))
    return (y * width + x) * 4
  })
  const names = places.map((at) => {
    const pixel = [...data.subarray(at, at + 3)]
    const near = Object.entries(quarterColours).find(([, colour]) => {
      return colour.every((value, channel) => Math.abs(value - (pixel[channel] ?? 0)) <= tolerance)
    })
    return near?.[0] ?? pixel.join(',')
  })
  return names.join(' ')
}

/** Pixels that show the quarters upright once they are turned as EXIF's number says. */
function quarterPixels(orientation: number, width: number, height: number): Pixels {
  const isOnItsSide = orientation >= 5
  const [storedWidth, storedHeight] = isOnItsSide ? [height, width] : [width, height]
  const data = Buffer.alloc(width * height * 4, 255)
  const colours = Object.values(quarterColours)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colours[(x * 2 >= width ? 1 : 0) + (y * 2 >= height ? 2 : 0)] ?? []
      const [right, below] = [width - 1 - x, height - 1 - y]
      const places = [
        [x, y],
        [right, y],
        [right, below],
        [x, below],
        [y, x],
        [y, right],
        [below, right],
        [below, x],
      ]
      const [column = 0, row = 0] = places[orientation - 1] ?? []
      data.set(colour, (row * storedWidth + column) * 4)
    }
  }
  return { data, width: storedWidth, height: storedHeight }
}

/** The quarters as a camera stores them that was held in one of eight ways; `more` are further segments of the header. */
export function quarterJpeg(orientation: number, width = 96, height = 64, ...more: Buffer[]): Buffer {
  const { data, ...size } = quarterPixels(orientation, width, height)
  const plain = jpeg.encode({ data: Buffer.from(data), ...size }, 95).data
  return withSegments(plain, segment(0xe1, exif(orientation)), ...more)
}

/** A colour profile in the header. */
export function profileSegment(icc: Uint8Array): Buffer {
  return segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), icc]))
}
