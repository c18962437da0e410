import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { disk } from '../disk/disk'
import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import { withoutHost } from '../changes/pictures'
import { variationLabel } from '../changes/variation-pictures'
import type { FolderBeside } from '../disk/folder-beside'
import { notWritten } from '../disk/write-whole'
import { mapLimited } from '../pictures/map-limited'
import { AppError } from '../shared/errors'
import { heldPictures, type HeldPicture } from '../changes/held-pictures'
import { originalPicture, type PictureSources } from './original-picture'
import type { Exported } from './picture-names'
import type { WrittenPictures } from './row'

type Parts = PictureSources & {
  catalogue: Pick<Catalogue, 'pictureContents' | 'repeatable'>
  folder: Pick<FolderBeside, 'path' | 'draft'>
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
    const files = await mapLimited(wanted, picturesAtOnce, async ({ of, held, name }) => {
      const file = await writeOne(parts, of, { held, name })
      return file === null ? [] : [{ id: of.id, key: withoutHost(held.key), file }]
    })
    for (const of of some) yield { ...of, written: writtenOf(files.flat(), of.id) }
  }
}

const writtenOf = (files: readonly { id: number; key: string; file: string }[], product: number): WrittenPictures =>
  new Map(files.flatMap(({ id, key, file }) => (id === product ? [[key, file] as const] : [])))

/** The file, from the folder of the table. */
async function writeOne(
  parts: Parts,
  of: Exported,
  { held, name }: { held: HeldPicture; name: string },
): Promise<string | null> {
  const { catalogue, folder, signal, onPicture } = parts
  const found = await (held.source === null ? null : originalPicture(parts, held.source, signal).catch(orNone))
  signal.throwIfAborted()
  if (found === null) {
    onPicture(false, titleOf(of, held))
    return null
  }
  const { bytes, contentType } = found
  const ending = contentType.replace('image/', '').replace('jpeg', 'jpg')
  const file = `${name}.${ending}`
  await disk.promises.writeFile(join(folder.draft, file), bytes, { flag: 'wx' }).catch(notWritten)
  const hash = createHash('sha256').update(bytes).digest('hex')
  catalogue.repeatable(() => catalogue.pictureContents.note(of.id, held.key, { hash, bytes: bytes.length }))
  onPicture(true, '')
  return `${basename(folder.path)}/${file}`
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
