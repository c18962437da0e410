import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { disk } from '../disk/disk'
import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import { withoutHost } from '../changes/pictures'
import type { FolderBeside } from '../disk/folder-beside'
import { notWritten } from '../disk/write-whole'
import { askInRounds, hostIn } from '../pictures/ask-in-rounds'
import type { CachedPicture } from '../pictures/download-picture'
import { endingOf } from '../pictures/picture-format'
import type { afterMs } from '../shared/after-ms'
import { pictureTitle, sourcedPictures, type SourcedPicture } from '../changes/sourced-pictures'
import { originalPicture, type PictureSources } from './original-picture'
import type { Exported } from './picture-names'
import type { WrittenPictures } from './row'

type Parts = PictureSources & {
  catalogue: Pick<Catalogue, 'pictureContents' | 'repeatable'>
  folder: Pick<FolderBeside, 'path' | 'draft'>
  nameOf: (of: Exported, picture: SourcedPicture) => string
  signal: AbortSignal
  after?: typeof afterMs
  onPicture: (written: boolean, title: string) => void
}

/** Of a picture that is not there yet, without its product: many may wait for their next round. */
type Wanted = { id: number; title: string; name: string } & Pick<SourcedPicture, 'key' | 'source'>

const picturesAtOnce = 6

/** Writes the pictures of products into a folder, and remembers what they are: their files, by product. One that cannot be had is told of. */
export async function writePictures(
  parts: Parts,
  products: AsyncIterable<Exported>,
): Promise<ReadonlyMap<number, WrittenPictures>> {
  const { signal, after } = parts
  const files = new Map<number, Map<string, string>>()
  const asked = askInRounds(wantedOf(products, parts.nameOf), {
    ask: async ({ source }) => source && originalPicture(parts, source, signal),
    hostOf: ({ source }) => (source && 'url' in source ? hostIn(source.url) : ''),
    atOnce: picturesAtOnce,
    signal,
    ...(after && { after }),
  })
  for await (const { item, ...ended } of asked) {
    const file = await writeOne(parts, item, 'found' in ended ? ended.found : null)
    if (file === null) continue
    const ofProduct = files.get(item.id) ?? new Map<string, string>()
    files.set(item.id, ofProduct.set(withoutHost(item.key), file))
  }
  return files
}

async function* wantedOf(products: AsyncIterable<Exported>, nameOf: Parts['nameOf']): AsyncGenerator<Wanted> {
  const pace = createPacer()
  for await (const of of products) {
    for (const picture of sourcedPictures(of.product)) {
      const { key, source } = picture
      yield { id: of.id, title: pictureTitle(of.product, picture), name: nameOf(of, picture), key, source }
      await pace()
    }
  }
}

/** The file, from the folder of the table. */
async function writeOne(
  { catalogue, folder, onPicture }: Parts,
  { id, title, name, key }: Wanted,
  found: CachedPicture | null,
): Promise<string | null> {
  if (found === null) {
    onPicture(false, title)
    return null
  }
  const { bytes, contentType } = found
  const file = `${name}.${endingOf(contentType)}`
  await disk.promises.writeFile(join(folder.draft, file), bytes, { flag: 'wx' }).catch(notWritten)
  const hash = createHash('sha256').update(bytes).digest('hex')
  catalogue.repeatable(() => catalogue.pictureContents.note(id, key, { hash, bytes: bytes.length }))
  onPicture(true, '')
  return `${basename(folder.path)}/${file}`
}
