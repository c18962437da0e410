/** A HEIC file whose picture has further properties, such as a turn or a colour profile, as phones write them. */
export function heicWith(heic: Uint8Array, ...properties: Buffer[]): Buffer {
  const bytes = Buffer.from(heic)
  const added = Buffer.concat(properties)
  const listed = properties.length
  const shift = added.length + listed
  const container = bytes.indexOf('ipco', 0, 'latin1') - 4
  const association = bytes.indexOf('ipma', 0, 'latin1') - 4
  const known = countBoxes(bytes.subarray(container + 8, container + bytes.readUInt32BE(container)))
  const end = association + bytes.readUInt32BE(association)
  const counted = lastEntry(bytes, association)
  bytes.writeUInt8(bytes.readUInt8(counted) + listed, counted)
  for (const name of ['meta', 'iprp']) grow(bytes, bytes.indexOf(name, 0, 'latin1') - 4, shift)
  grow(bytes, container, added.length)
  grow(bytes, association, listed)
  moveData(bytes, shift)
  const numbers = Buffer.from(properties.map((_, at) => known + at + 1))
  return Buffer.concat([
    bytes.subarray(0, association),
    added,
    bytes.subarray(association, end),
    numbers,
    bytes.subarray(end),
  ])
}

/** Anticlockwise, in quarters. */
export const heicTurn = (quarters: number): Buffer => box('irot', Buffer.from([quarters]))
export const heicMirror = (axis: 0 | 1): Buffer => box('imir', Buffer.from([axis]))
export const heicProfile = (icc: Uint8Array): Buffer => box('colr', Buffer.concat([Buffer.from('prof'), icc]))

/** The same picture, claiming another size. */
export function heicClaiming(heic: Uint8Array, width: number, height: number): Buffer {
  const bytes = Buffer.from(heic)
  for (let at = bytes.indexOf('ispe', 0, 'latin1'); at >= 0; at = bytes.indexOf('ispe', at + 4, 'latin1')) {
    bytes.writeUInt32BE(width, at + 8)
    bytes.writeUInt32BE(height, at + 12)
  }
  return bytes
}

function box(name: string, body: Uint8Array): Buffer {
  const head = Buffer.from(`\0\0\0\0${name}`, 'latin1')
  head.writeUInt32BE(body.length + 8, 0)
  return Buffer.concat([head, body])
}

function grow(bytes: Buffer, at: number, by: number): void {
  bytes.writeUInt32BE(bytes.readUInt32BE(at) + by, at)
}

function countBoxes(bytes: Buffer): number {
  let count = 0
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) count++
  return count
}

/** Where the last entry, which is the picture's, counts its properties. */
function lastEntry(bytes: Buffer, association: number): number {
  let at = association + 16
  for (let entry = bytes.readUInt32BE(association + 12); entry > 1; entry--) at += 3 + bytes.readUInt8(at + 2)
  return at + 2
}

/** The places of what lies in the file itself, and not in this table, are counted from its start. */
function moveData(bytes: Buffer, shift: number): void {
  const table = bytes.indexOf('iloc', 0, 'latin1') - 4
  const items = bytes.readUInt16BE(table + 14)
  for (let item = 0; item < items; item++) {
    const at = table + 16 + item * 20
    if (bytes.readUInt16BE(at + 2) === 0) grow(bytes, at + 6, shift)
  }
}
