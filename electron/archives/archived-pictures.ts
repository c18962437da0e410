import { createHash } from 'node:crypto'
import { pictureTitle, sourcedPictures } from '../changes/sourced-pictures'
import { ownPicture } from '../changes/own-picture'
import { askInRounds, hostIn } from '../pictures/ask-in-rounds'
import { endingOf } from '../pictures/picture-format'
import type { afterMs } from '../shared/after-ms'
import type { PictureSource } from '../shared/change'
import { eachOf } from '../shared/each-of'
import { AppError } from '../shared/errors'
import { stagedHashOf, stagedSource } from '../shared/picture-src'
import { remoteCategorySchema, remoteProductSchema } from '../shared/remote-product'
import type { ArchivedThing } from './archived-things'

const picturesAtOnce = 4

type Picture = { bytes: Buffer; contentType: string }
export type PictureOf = (source: PictureSource) => Promise<Picture | null>

/** Where the originals of the pictures of a thing are, and whose they are. */
export function picturesOf({ thing, json }: ArchivedThing): { address: string; title: string }[] {
  if (thing === 'productType') return []
  const raw: unknown = JSON.parse(json)
  if (thing === 'category') {
    const category = remoteCategorySchema.parse(raw)
    return addressed(ownPicture(category).source, `the picture of the category ${category.name}`)
  }
  const product = remoteProductSchema.parse(raw)
  return sourcedPictures(product).flatMap((picture) => addressed(picture.source, pictureTitle(product, picture)))
}

const addressed = (source: PictureSource | null, title: string) =>
  source ? [{ address: 'hash' in source ? stagedSource(source.hash) : source.url, title }] : []

type Parts = { pictureAt: PictureOf; signal: AbortSignal; after: typeof afterMs }
type FoundPicture = { address: string } & ({ picture: Picture; reason?: undefined } | { picture: null; reason: string })

/**
 * The picture of each address, or in the end why there is none. Throws where nobody answers in the end, because there is no line; who
 * brought pictures before is asked once more for one of these then, since the others may have been brought by all that answer.
 */
export async function* picturesAt(
  addresses: Iterable<string>,
  { pictureAt, signal, after }: Parts,
): AsyncGenerator<FoundPicture> {
  const ask = (address: string) => pictureAt(sourceOf(address))
  const found = askInRounds(eachOf(addresses, signal), { ask, hostOf: hostIn, atOnce: picturesAtOnce, signal, after })
  const silent: { address: string; problem: AppError }[] = []
  /** Where each host answered last. */
  const answered = new Map<string, string>()
  for await (const { item: address, ...each } of found) {
    if ('problem' in each && each.problem.code === 'offline') {
      silent.push({ address, problem: each.problem })
      continue
    }
    const host = hostIn(address)
    // What waits to be sent is on this computer, and what is refused was not asked for.
    if (host !== '' && !('problem' in each && each.problem.code === 'invalid-input')) answered.set(host, address)
    if ('problem' in each) yield { address, picture: null, reason: each.problem.message }
    else if (each.found) yield { address, picture: each.found }
    else yield { address, picture: null, reason: 'What waits to be sent is not a picture.' }
  }
  const [first] = silent
  if (!first) return
  const isDown = !(await hasLine(ask, answered.values()))
  signal.throwIfAborted()
  if (isDown) throw first.problem
  for (const { address, problem } of silent) yield { address, picture: null, reason: problem.message }
}

/** Whether somebody answers now: a picture, or that there is none. */
async function hasLine(ask: (address: string) => Promise<unknown>, addresses: Iterable<string>): Promise<boolean> {
  for (const address of addresses) {
    const isSilent = await ask(address).then(
      () => false,
      (problem: unknown) => problem instanceof AppError && problem.code === 'offline',
    )
    if (!isSilent) return true
  }
  return false
}

function sourceOf(address: string): PictureSource {
  const hash = stagedHashOf(address)
  return hash === undefined ? { url: address } : { hash }
}

/** By its content: the same picture twice is one file. */
export function pictureFileOf({ bytes, contentType }: Picture): string {
  return `pictures/${createHash('sha256').update(bytes).digest('hex')}.${endingOf(contentType)}`
}
