import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ReportOutcome } from '../../../electron/shared/picture-job'
import type { Random } from '../kill/random'
import { jpegBytes, pngBytes, webpLossy } from '../picture-files'

export type ShootProduct = { sku: string; name: string }

/** A folder of pictures as somebody comes home with it, and what has to become of it. */
export type Shoot = {
  /** Hashes of what each product gets, in order, by SKU; `converted` stands for a file that the window makes anew. */
  added: Map<string, string[]>
  /** What the report says about each file, by its path. */
  outcomes: Map<string, ReportOutcome>
}
export const converted = 'converted'

/** Ways in which people name the pictures of one product; `place` is the number of the picture. */
const namings: ((sku: string, place: number) => string)[] = [
  (sku, place) => `${sku}_${place}`,
  (sku, place) => `${sku} (${place})`,
  (sku, place) => `monday/${sku.toLowerCase()}_${place}`,
  (sku, place) => `by product/${sku}/${place}`,
]

/** Writes `count` files into the folder: pictures of these products, and among them what nobody can use. */
export async function makeShoot(
  folder: string,
  count: number,
  products: readonly ShootProduct[],
  random: Random,
): Promise<Shoot> {
  const shoot: Shoot = { added: new Map(), outcomes: new Map() }
  const owners = products.values()
  let made = 0

  function write(name: string, bytes: Uint8Array, outcome: ReportOutcome): string {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    shoot.outcomes.set(path, outcome)
    made += 1
    return createHash('sha256').update(bytes).digest('hex')
  }
  function nextOwner(): ShootProduct {
    const { value } = owners.next()
    if (!value) throw new Error(`${products.length} products are too few for ${count} files.`)
    return value
  }

  while (made < count) {
    // Connections that end meanwhile have to be noticed.
    await setImmediate()
    const { sku } = nextOwner()
    const naming = namings[random.int(namings.length)]!
    const wanted = Math.min(count - made, 1 + random.int(7))
    const hashes: string[] = []
    let bytes: Uint8Array = webpLossy
    for (let place = 1; place <= wanted; place += 1) {
      const isWebp = random.int(25) === 0 && !hashes.includes(converted)
      const kind = isWebp ? 'webp' : random.int(2) === 0 ? 'png' : 'jpg'
      bytes = isWebp ? webpLossy : pictureOf(made, kind)
      const hash = write(`${naming(sku, place)}.${kind}`, bytes, 'added')
      hashes.push(isWebp ? converted : hash)
    }
    shoot.added.set(sku, hashes)
    if (made < count && random.int(12) === 0) writeOddOne(naming(sku, wanted + 1), bytes)
  }

  /** Something that is not added, for whichever reason. */
  function writeOddOne(nextName: string, lastPicture: Uint8Array): void {
    switch (random.int(4)) {
      case 0:
        return void write(`${nextName}.jpeg`, lastPicture, 'already')
      case 1:
        return void write(`DSC_${made}.png`, pictureOf(made, 'png'), 'unmatched')
      case 2:
        return void write(`broken off ${made}.jpg`, jpegBytes(300, 300).subarray(0, 900), 'refused')
      default: {
        const { name } = nextOwner()
        // A letter is missing: nearly this product's name.
        return void write(`${name.slice(0, 2)}${name.slice(3)}.png`, pictureOf(made, 'png'), 'leftOut')
      }
    }
  }
  return shoot
}

/** No two of these are alike. */
function pictureOf(number: number, kind: string): Uint8Array {
  const [width, height] = [60 + (number % 100), 60 + Math.floor(number / 100)]
  return kind === 'png' ? pngBytes(width, height, { shade: number % 250 }) : jpegBytes(width, height, number % 250)
}
