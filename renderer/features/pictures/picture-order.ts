import type { Picture } from '../../../electron/shared/product'

/** The order with one picture moved to another place. */
export function moved(order: readonly string[], key: string, place: number): string[] {
  const rest = order.filter((other) => other !== key)
  const at = Math.max(0, Math.min(place, rest.length))
  return [...rest.slice(0, at), key, ...rest.slice(at)]
}

/**
 * The pictures as a person just arranged them, until main has confirmed it. Null: as they are. `order` names them by what
 * `nameOf` makes of their keys, so that a picture that arrives in the store meanwhile keeps its place.
 */
export function arranged(
  pictures: readonly Picture[],
  order: readonly string[] | null,
  nameOf: (key: string) => string = (key) => key,
): Picture[] {
  if (!order) return [...pictures]
  const place = new Map(order.map((name, index) => [name, index]))
  const at = ({ key }: Picture) => place.get(nameOf(key)) ?? order.length
  const sorted = [...pictures].sort((a, b) => at(a) - at(b))
  return sorted.map((picture, index) =>
    picture.isMain === (index === 0) ? picture : { ...picture, isMain: index === 0 },
  )
}

export type Named = { key: string; id: string }

/**
 * Names for React that survive an upload: a picture's key changes from local to the store's when it arrives, and the card
 * with the text just being typed must stay the same card.
 */
export function stableNames(before: readonly Named[], keys: readonly string[]): Named[] {
  const known = new Map(before.map(({ key, id }) => [key, id]))
  const kept = new Set(keys)
  const arrived = before.map(({ key, id }) => (key.startsWith('local:') && !kept.has(key) ? id : null))
  return keys.map((key, index) => ({ key, id: known.get(key) ?? arrived[index] ?? key }))
}
