import type { Picture } from '../../../electron/shared/product'

/** The order with some moved behind so many of the others, in their own order. */
export function movedBehind(order: readonly string[], some: readonly string[], others: number): string[] {
  const moved = new Set(some)
  const rest = order.filter((each) => !moved.has(each))
  const at = Math.max(0, Math.min(others, rest.length))
  return [...rest.slice(0, at), ...order.filter((each) => moved.has(each)), ...rest.slice(at)]
}

/** One is moved to a place, and the others come along to where it stands then. */
export function movedTo(order: readonly string[], some: readonly string[], one: string, place: number): string[] {
  const alone = movedBehind(order, [one], place)
  const before = alone.slice(0, alone.indexOf(one)).filter((each) => !some.includes(each))
  return movedBehind(order, some, before.length)
}

/** By one place of the others, before the first or behind the last of them. */
export function movedBy(order: readonly string[], some: readonly string[], step: -1 | 1): string[] {
  const edge = order[step < 0 ? firstOf(order, some) : order.findLastIndex((each) => some.includes(each))]
  const before = order.slice(0, order.indexOf(edge ?? '')).filter((each) => !some.includes(each))
  return movedBehind(order, some, before.length + step)
}

export const firstOf = (order: readonly string[], some: readonly string[]): number =>
  order.findIndex((each) => some.includes(each))

/**
 * The pictures as a person just arranged them, until main has confirmed it. Null: as they are. `order` names them by what they were made
 * as, so that a picture that arrives in the store meanwhile keeps its place. Where a video is the main one, none of them is.
 */
export function arranged(pictures: readonly Picture[], order: readonly string[] | null): Picture[] {
  if (!order) return [...pictures]
  const place = new Map(order.map((name, index) => [name, index]))
  const at = ({ madeAs }: Picture) => place.get(madeAs) ?? order.length
  const sorted = [...pictures].sort((a, b) => at(a) - at(b))
  const hasMain = pictures.some(({ isMain }) => isMain)
  return sorted.map((picture, index) => {
    const isMain = hasMain && index === 0
    return picture.isMain === isMain ? picture : { ...picture, isMain }
  })
}
