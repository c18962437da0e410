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
import { endingOf } from '../pictures/picture-format'
import { AppError } from '../shared/errors'
import { inPortions } from '../shared/in-portions'
import { sourcedPictures, type SourcedPicture } from '../changes/sourced-pictures'
import { originalPicture, type PictureSources } from './original-picture'
import type { Exported } from './picture-names'
import type { WrittenPictures } from './row'

type Parts = PictureSources & {
  catalogue: Pick<Catalogue, 'pictureContents' | 'repeatable'>
  folder: Pick<FolderBeside, 'path' | 'draft'>
  nameOf: (of: Exported, picture: SourcedPicture) => string
  signal: AbortSignal
  onPicture: (written: boolean, title: string) => void
}

const productsAtOnce = 24
const picturesAtOnce = 6

/** Writes the pictures of products into a folder as these come by, and remembers what they are. One that cannot be had is told of. */
export async function* withPictures(parts: Parts, products: AsyncIterable<Exported>): AsyncIterable<Exported> {
  const pace = createPacer()
  for await (const some of inPortions(products, productsAtOnce)) {
    const wanted: { of: Exported; picture: SourcedPicture; name: string }[] = []
    for (const of of some) {
      for (const picture of sourcedPictures(of.product)) {
        wanted.push({ of, picture, name: parts.nameOf(of, picture) })
        await pace()
      }
    }
    const files = await mapLimited(wanted, picturesAtOnce, async ({ of, picture, name }) => {
      const file = await writeOne(parts, of, { picture, name })
      return file === null ? [] : [{ id: of.id, key: withoutHost(picture.key), file }]
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
  { picture, name }: { picture: SourcedPicture; name: string },
): Promise<string | null> {
  const { catalogue, folder, signal, onPicture } = parts
  const found = await (picture.source === null ? null : originalPicture(parts, picture.source, signal).catch(orNone))
  signal.throwIfAborted()
  if (found === null) {
    onPicture(false, titleOf(of, picture))
    return null
  }
  const { bytes, contentType } = found
  const file = `${name}.${endingOf(contentType)}`
  await disk.promises.writeFile(join(folder.draft, file), bytes, { flag: 'wx' }).catch(notWritten)
  const hash = createHash('sha256').update(bytes).digest('hex')
  catalogue.repeatable(() => catalogue.pictureContents.note(of.id, picture.key, { hash, bytes: bytes.length }))
  onPicture(true, '')
  return `${basename(folder.path)}/${file}`
}

function orNone(error: unknown): null {
  if (error instanceof AppError) return null
  throw error
}

/** “picture 2 of M-1” */
function titleOf({ product: { sku, name = '' } }: Exported, { variation, place }: SourcedPicture): string {
  const [title, label] = [sku || name, variation && variationLabel(variation)]
  return label === null ? `picture ${place} of ${title}` : `the picture of ${title}, ${label}`
}
