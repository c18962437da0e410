/** A part of a JPEG's header. */
export function segment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** A camera's note how it was held; `more` is what else it tells. */
export function exif(orientation: number, more = ''): Buffer {
  const body = Buffer.alloc(32)
  body.write('Exif\0\0II*\0', 0, 'latin1')
  body.writeUInt32LE(8, 10)
  body.writeUInt16LE(1, 14)
  body.writeUInt16LE(0x0112, 16)
  body.writeUInt16LE(3, 18)
  body.writeUInt32LE(1, 20)
  body.writeUInt16LE(orientation, 24)
  return Buffer.concat([body, Buffer.from(more, 'latin1')])
}

/** A JPEG with these parts at the head of its header. */
export const withSegments = (plain: Uint8Array, ...segments: Buffer[]): Buffer =>
  Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2)])
