import { picturesThere, type PictureThere } from '../bulk/pictures-there'
import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import { currentProduct } from '../changes/reindex'
import { mapLimited } from '../pictures/map-limited'
import type { ImportProgress } from '../shared/import'
import type { Imported, Said } from '../shared/imported'
import { isProposedProduct } from '../shared/proposal'
import { assertGoesOn } from './cancelled'
import type { FilesBeside } from './files-beside'
import {
  addressed,
  isListedAddress,
  listedIn,
  settledPictures,
  type Listed,
  type ListedPictures,
  type Settled,
} from './listed-pictures'
import type { createPictureFiles } from './picture-files'

type Parts = {
  catalogue: Catalogue
  find: FilesBeside
  fileOf: ReturnType<typeof createPictureFiles>
  signal: AbortSignal
  onProgress: (progress: ImportProgress) => void
}

const productsAtOnce = 3

/** What rows say with the names of pictures looked up: those that are to come are copied, so that they are sent as they are now. */
export async function resolveNames(
  parts: Parts,
  said: ReadonlyMap<number, Imported>,
): Promise<ReadonlyMap<number, Imported>> {
  const pace = createPacer()
  const resolved = new Map(said)
  const naming = [...said].filter(([, imported]) => allOf(imported).some((one) => listedIn(one)))
  let done = 0
  await mapLimited(naming, productsAtOnce, async ([id, imported]) => {
    resolved.set(id, await resolveProduct(parts, id, imported))
    parts.onProgress({ done: ++done, total: naming.length })
    await pace()
  })
  assertGoesOn(parts.signal)
  return resolved
}

/** All names that rows have for pictures; some are several with commas between them. */
export const namesIn = (said: ReadonlyMap<number, Imported>): Set<string> =>
  new Set(
    [...said.values()]
      .flatMap((imported) => allOf(imported).flatMap((one) => listedIn(one)?.listed ?? []))
      .flatMap(({ text }) => [text, ...apart(text)]),
  )

const apart = (text: string): string[] => text.split(/\s*,\s*/).filter((name) => name !== '')

const allOf = ({ own, variations, added = [] }: Imported): Said[] => [
  ...own,
  ...Object.values(variations).flat(),
  ...added.flatMap(({ said }) => said),
]

async function resolveProduct(parts: Parts, id: number, { own, variations, added }: Imported): Promise<Imported> {
  const product = isProposedProduct(id) ? undefined : currentProduct(parts.catalogue, id)
  const there = product ? picturesThere(parts.catalogue, id, product) : () => []
  const resolved: Imported = { own: await resolveAll(parts, own, there(null)), variations: {} }
  // One after the other: each file that is looked at is read whole.
  for (const [key, all] of Object.entries(variations)) {
    resolved.variations[key] = await resolveAll(parts, all, there(Number(key)))
  }
  for (const each of added ?? []) {
    resolved.added = [...(resolved.added ?? []), { ...each, said: await resolveAll(parts, each.said, []) }]
  }
  return resolved
}

async function resolveAll(parts: Parts, said: readonly Said[], there: readonly PictureThere[]): Promise<Said[]> {
  const resolved: Said[] = []
  for (const one of said) {
    const named = listedIn(one)
    resolved.push(...(named ? await resolveListed(parts, named, there) : [one]))
  }
  return resolved
}

async function resolveListed(
  parts: Parts,
  { listed, replaces }: ListedPictures,
  there: readonly PictureThere[],
): Promise<Said[]> {
  const settled: Settled[] = []
  for (const each of listed) {
    assertGoesOn(parts.signal)
    settled.push(...(isListedAddress(each) ? [addressed(each)] : await settle(parts, each, there)))
  }
  return settledPictures(settled, replaces)
}

/** A name may have a comma in it, or be several with commas between them. */
async function settle(parts: Parts, listed: Listed, there: readonly PictureThere[]): Promise<Settled[]> {
  const whole = await parts.find(listed.text)
  const names = apart(listed.text)
  if ('path' in whole || names.length < 2) return [await pictureOf(parts, listed, whole, there)]
  const some = names.map((text, at) => ({ text, alt: at === 0 ? listed.alt : '' }))
  const settled: Settled[] = []
  for (const one of some) settled.push(await pictureOf(parts, one, await parts.find(one.text), there))
  return settled
}

type Place = Awaited<ReturnType<FilesBeside>>

async function pictureOf(
  { fileOf }: Parts,
  { text, alt }: Listed,
  place: Place,
  there: readonly PictureThere[],
): Promise<Settled> {
  if ('why' in place) return { text, why: place.why }
  const file = await fileOf(place.path)
  if ('why' in file) return { text, why: file.why }
  const { sourceHash, fileName } = file
  if (there.some((one) => one.contents.includes(sourceHash)))
    return { text, picture: { hash: sourceHash, sourceHash, fileName, alt } }
  const staged = await file.toSend()
  if ('why' in staged) return { text, why: staged.why }
  return { text, picture: { hash: staged.hash, sourceHash, fileName, alt } }
}
