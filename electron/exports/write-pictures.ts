import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import { variationLabel } from '../changes/variation-pictures'
import { notWritten } from '../disk/write-whole'
import { mapLimited } from '../pictures/map-limited'
import { AppError } from '../shared/errors'
import { heldPictures, type HeldPicture } from '../changes/held-pictures'
import { originalPicture, type PictureSources } from './original-picture'
import type { Exported } from './picture-names'

type Parts = PictureSources & {
  catalogue: Pick<Catalogue, 'pictureContents' | 'repeatable'>
  folder: string
  nameOf: (of: Exported, held: HeldPicture) => string
  signal: AbortSignal
  onPicture: (written: boolean, title: string) => void
}

const productsAtOnce = 24
const picturesAtOnce = 6

/** Writes the pictures of products into a folder as these come by, and remembers what they are. One that cannot be had is told of. */
export async function* withPictures(parts: Parts, products: AsyncIterable<Exported>): AsyncIterable<Exported> {
  const pace = createPacer()
  for await (const some of inPortions(products, productsAtOnce)) {
    const wanted: { of: Exported; held: HeldPicture; name: string }[] = []
    for (const of of some) {
      for (const held of heldPictures(of.product)) {
        wanted.push({ of, held, name: parts.nameOf(of, held) })
        await pace()
      }
    }
    await mapLimited(wanted, picturesAtOnce, ({ of, held, name }) => writeOne(parts, of, { held, name }))
    yield* some
  }
}

async function writeOne(parts: Parts, of: Exported, { held, name }: { held: HeldPicture; name: string }) {
  const { catalogue, folder, signal, onPicture } = parts
  const found = await (held.source === null ? null : originalPicture(parts, held.source, signal).catch(orNone))
  signal.throwIfAborted()
  if (found === null) return onPicture(false, titleOf(of, held))
  const { bytes, contentType } = found
  const ending = contentType.replace('image/', '').replace('jpeg', 'jpg')
  await writeFile(join(folder, `${name}.${ending}`), bytes, { flag: 'wx' }).catch(notWritten)
  const hash = createHash('sha256').update(bytes).digest('hex')
  catalogue.repeatable(() => catalogue.pictureContents.note(of.id, held.key, { hash, bytes: bytes.length }))
  onPicture(true, '')
}

function orNone(error: unknown): null {
  if (error instanceof AppError) return null
  throw error
}

/** “picture 2 of M-1” */
function titleOf({ product: { sku, name = '' } }: Exported, { variation, place }: HeldPicture): string {
  const [title, label] = [sku || name, variation && variationLabel(variation)]
  return label === null ? `picture ${place} of ${title}` : `the picture of ${title}, ${label}`
}

async function* inPortions<Item>(all: AsyncIterable<Item>, size: number): AsyncIterable<Item[]> {
  let some: Item[] = []
  for await (const one of all) {
    some.push(one)
    if (some.length < size) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
