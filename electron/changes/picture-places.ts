import type { Catalogue } from '../catalogue/catalogue'
import { addsPicture, removesPicture } from '../shared/change-address'
import { removedPictureSchema, type ChangeRecord, type NewChange } from '../shared/change-record'
import { withoutHost } from './pictures'

/**
 * Places among the pictures of a product that are there and those that went: whichever comes back first, each finds its neighbours.
 * What has come back, and what was never sent, is in its place already.
 */
export function placesOfGone(catalogue: Catalogue, productId: number): number[] {
  const all = catalogue.changes.picturesOf(productId).filter(({ state }) => state !== 'taken-back')
  const back = all.filter(addsPicture)
  const ledBack = new Set(back.map(({ reverts }) => reverts))
  const copied = new Set(back.flatMap(({ after }) => fromOf(after)))
  return all
    .filter((change) => removesPicture(change) && !ledBack.has(change.id) && !copied.has(withoutHost(change.key ?? '')))
    .flatMap((change) => placeOf(change) ?? [])
    .sort((one, other) => one - other)
}

/** Where it was among all of them, as far as that was noted. */
export function placeOf({ before }: Pick<ChangeRecord, 'before'>): number | undefined {
  const gone = removedPictureSchema.safeParse(before).data
  return gone && (gone.place ?? gone.position)
}

/** A removal that notes where its picture is among all. `gone`: the places of those that are not there. */
export function withPlace(change: NewChange, gone: readonly number[]): NewChange {
  const picture = removedPictureSchema.safeParse(change.before).data
  if (!removesPicture(change) || !picture) return change
  const place = gone.reduce((at, each) => (each <= at ? at + 1 : at), picture.position)
  return place === picture.position ? change : { ...change, before: { ...picture, place } }
}

/** The first comes back first, so that the others find it there. `gone`: the places of those that are still not there. */
export function inTheirPlaces(
  names: readonly string[],
  back: readonly { key: string; place: number }[],
  gone: readonly number[],
): readonly string[] {
  const coming = new Set(back.map(({ key }) => key))
  const inOrder = back.toSorted((one, other) => one.place - other.place)
  return inOrder.reduce(
    (there, { key, place }) => there.toSpliced(place - gone.filter((each) => each < place).length, 0, key),
    names.filter((name) => !coming.has(name)),
  )
}

const fromOf = (after: unknown): string[] => {
  const from = (after as { from?: unknown } | null)?.from
  return typeof from === 'string' ? [withoutHost(from)] : []
}
