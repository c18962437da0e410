import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { writeWhole } from '../disk/write-whole'
import type { afterMs } from '../shared/after-ms'
import { eachOf } from '../shared/each-of'
import type { ArchiveTally, MissingPicture } from '../shared/export'
import type { Thing } from '../shared/change-address'
import type { StoreProfile } from '../shared/store'
import {
  aboutFile,
  archivedThings,
  missingFile,
  picturesFile,
  storeFile,
  thingFiles,
  writtenAbout,
} from './archive-format'
import { pictureFileOf, picturesAt, picturesOf, type PictureOf } from './archived-pictures'
import { idsIn, thingsIn, type ArchivedThing } from './archived-things'
import { zipped, type ZippedFile } from './zipped'

type Parts = {
  catalogue: Catalogue
  store: { id: number; name: string; profile: StoreProfile | null }
  /** Null: without pictures. */
  pictureOf: PictureOf | null
  signal: AbortSignal
  after: typeof afterMs
  onStep: () => void
  /** There are so many more steps. How many pictures there are becomes known with the products. */
  onSteps: (steps: number) => void
}

/** `snapshotId` null: as the store is now. */
type What = { path: string; snapshotId: number | null; takenAt: number }

const missingNamed = 3

/** Writes all of a store into an archive, whole or not at all. */
export async function writeArchive(parts: Parts, { path, snapshotId, takenAt }: What): Promise<ArchiveTally> {
  const { catalogue, store, pictureOf, signal, onStep, onSteps } = parts
  const ids = idsIn(catalogue, snapshotId)
  onSteps(ids.length)
  const counts: Record<Thing, number> = { product: 0, category: 0, productType: 0 }
  /** Address -> whose picture it is. */
  const wanted = new Map<string, string>()
  const tally = { pictures: pictureOf && 0, missing: { count: 0, first: [] as MissingPicture[] }, notInStore: 0 }

  async function* linesOf(kind: Thing): AsyncGenerator<string> {
    const some = kind === 'product' ? ids.filter((id) => id > 0) : ids.filter((id) => id < 0)
    for await (const each of thingsIn(parts, snapshotId, some)) {
      if (each.thing !== kind) continue
      onStep()
      // What the store has given no number yet has none to be found by.
      if (!isInStore(each)) {
        tally.notInStore += 1
        continue
      }
      counts[kind] += 1
      if (pictureOf)
        for (const { address, title } of picturesOf(each)) if (!wanted.has(address)) wanted.set(address, title)
      yield each.json
    }
  }

  async function* pictures(pictureAt: PictureOf): AsyncGenerator<ZippedFile> {
    const fileOf = new Map<string, string>()
    const missing: (MissingPicture & { address: string })[] = []
    const there = new Set<string>()
    const found = picturesAt(wanted.keys(), { ...parts, pictureAt })
    for await (const { address, picture, reason } of found) {
      onStep()
      if (!picture) {
        missing.push({ title: wanted.get(address) ?? '', address, reason })
        continue
      }
      const name = pictureFileOf(picture)
      fileOf.set(address, name)
      if (there.has(name)) continue
      there.add(name)
      yield { name, isPacked: true, pieces: [picture.bytes] }
    }
    tally.pictures = there.size
    const first = missing.slice(0, missingNamed).map(({ title, reason }) => ({ title, reason }))
    tally.missing = { count: missing.length, first }
    const lines = [...fileOf].map(([address, file]) => JSON.stringify({ address, file }))
    yield { name: picturesFile, pieces: asList(eachOf(lines, signal)) }
    const without = missing.map((each) => JSON.stringify(each))
    if (without.length > 0) yield { name: missingFile, pieces: asList(eachOf(without, signal)) }
  }

  async function* files(): AsyncGenerator<ZippedFile> {
    for (const thing of archivedThings) yield { name: thingFiles[thing], pieces: asList(linesOf(thing)) }
    onSteps(wanted.size)
    yield { name: storeFile, pieces: [Buffer.from(JSON.stringify(store.profile ?? {}, null, 2))] }
    const { id, name } = store
    yield { name: aboutFile, pieces: [Buffer.from(writtenAbout({ takenAt, store: { id, name }, counts }))] }
    if (pictureOf) yield* pictures(pictureOf)
  }

  await writeWhole(path, zipped(files(), new Date(takenAt)))
  return { products: counts.product, categories: counts.category, productTypes: counts.productType, ...tally }
}

/** The general product type has the number 0. */
function isInStore({ thing, json }: ArchivedThing): boolean {
  const { id } = z.object({ id: z.number() }).parse(JSON.parse(json))
  return thing === 'product' ? id > 0 : id >= 0
}

const pieceLetters = 64 * 1024

/** JSON with one of them in each line, so that whoever reads it needs no more than a line at a time. */
async function* asList(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let [text, isFirst] = ['[\n', true]
  for await (const line of lines) {
    text += isFirst ? line : `,\n${line}`
    isFirst = false
    if (text.length < pieceLetters) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(`${text}${isFirst ? '' : '\n'}]\n`)
}
