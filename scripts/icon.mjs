// `npm run icon`: draws assets/icon.svg as icon.png, icon.ico (Windows) and icon.icns (macOS).

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { projectRoot } from './setup/paths.mjs'

const assets = join(projectRoot, 'assets')
const svg = readFileSync(join(assets, 'icon.svg'))
const draw = (width) => new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng()

writeFileSync(join(assets, 'icon.png'), draw(512))
writeFileSync(join(assets, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]))
writeFileSync(join(assets, 'icon.icns'), icns({ icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 }))

/** A directory of 16-byte entries, then the PNG files themselves. */
function ico(sizes) {
  const pictures = sizes.map((size) => ({ size, png: draw(size) }))
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index
    head.writeUInt8(size % 256, entry) // 256 is written as 0
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** Blocks of a four-letter type, a length that counts the block's own head, and a PNG file. */
function icns(types) {
  const block = (type, body) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(body.length + 8, 4)
    return Buffer.concat([head, body])
  }
  return block('icns', Buffer.concat(Object.entries(types).map(([type, size]) => block(type, draw(size)))))
}
