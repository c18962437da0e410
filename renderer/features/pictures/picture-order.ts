import type { Picture } from '../../../electron/shared/product'

/** The order with one picture moved to another place. */
export function moved(order: readonly string[], key: string, place: number): string[] {
  const rest = order.filter((other) => other !== key)
  const at = Math.max(0, Math.min(place, rest.length))
  return [...rest.slice(0, at), key, ...rest.slice(at)]
}

/**
 * The pictures as a person just arranged them, until main has confirmed it. Null: as they are. `order` names them by what they were made
 * as, so that a picture that arrives in the store meanwhile keeps its place.
 */
export function arranged(pictures: readonly Picture[], order: readonly string[] | null): Picture[] {
  if (!order) return [...pictures]
  const place = new Map(order.map((name, index) => [name, index]))
  const at = ({ madeAs }: Picture) => place.get(madeAs) ?? order.length
  const sorted = [...pictures].sort((a, b) => at(a) - at(b))
  return sorted.map((picture, index) =>
    picture.isMain === (index === 0) ? picture : { ...picture, isMain: index === 0 },
  )
}
