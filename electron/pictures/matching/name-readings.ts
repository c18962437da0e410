import { gap, lastMainView, picture, strips, view, views, work, type Strip } from './name-strips'

/** One way to understand a file's name: what names the product, and what says which of its pictures it is. */
export type Reading = {
  key: string
  /** 1 is the first picture. */
  position: number | null
  /** `front`, `back` and the like, lower case. */
  view: string | null
  /** The whole name, nothing taken off. */
  isWhole: boolean
  /** Possible rather than likely: enough for a suggestion. */
  isFaint: boolean
  /** The position stood in brackets, as a copy's number does. */
  brackets?: boolean
  /** The position stood before the name. */
  isLed?: boolean
}

/** Every way to read a name without its ending, the whole name first. */
export function readingsOf(stem: string): Reading[] {
  const whole: Reading = { key: stem, position: null, view: null, isWhole: true, isFaint: false }
  const found = [whole]
  const seen = new Set([stem])
  for (let at = 0; at < found.length && at < 10; at++) {
    const from = found[at] as Reading
    for (const strip of strips) {
      const next = stripped(from, strip)
      if (!next || seen.has(next.key)) continue
      seen.add(next.key)
      found.push(next)
    }
  }
  return found
}

function stripped(from: Reading, { pattern, takes, at }: Strip): Reading | undefined {
  const found = pattern.exec(from.key)
  if (!found || (found.index === 0) !== (at === 'start')) return undefined
  const key = at === 'start' ? from.key.slice(found[0].length) : from.key.slice(0, found.index)
  const rest = { ...from, key: key.trim(), isWhole: false }
  if (!/[\p{L}\p{N}]/u.test(rest.key)) return undefined
  if (takes === 'nothing') return rest
  if (takes === 'letter') {
    const position = (found[1] as string).toLowerCase().charCodeAt(0) - 96
    return { ...rest, position: from.position ?? position, isFaint: true }
  }
  if (takes === 'view') {
    const number = found[2] === undefined ? null : Number(found[2])
    return { ...rest, view: (found[1] as string).toLowerCase(), position: from.position ?? number }
  }
  const isSecond = from.position !== null && from.view === null
  // A second number is rarely a position too, except before the number in brackets that a copy gets.
  const isFaint = from.isFaint || (isSecond && from.brackets !== true)
  return { ...rest, position: Number(found[1]), isFaint, brackets: /[)\]]$/.test(found[0]), isLed: at === 'start' }
}

/** `front`, `7`, `img 3`: says which picture, and of no product. */
export function isOnlyPlace(stem: string): boolean {
  return onlyPlace.test(stem)
}

/** `final_2`: says what was done to a picture. It may still be an SKU. */
export const isOnlyWork = (stem: string): boolean => onlyWork.test(stem)

const onlyPlace = new RegExp(`^(?:${view}|(?:${picture})?${gap}*\\d{1,3})$`, 'i')
const onlyWork = new RegExp(`^(?:${work})(?:${gap}*\\d{1,3})?$`, 'i')

export type Place = { rank: number; number: number }

/** Where a picture goes among those of its product: `main` and `front`, the bare name, numbers, other views. */
export function placeOf({ position, view: seen, isWhole }: Omit<Reading, 'key' | 'isFaint'>): Place {
  const at = seen === null ? -1 : views.indexOf(seen)
  if (seen !== null && at <= lastMainView) return { rank: 0, number: position ?? 0 }
  if (seen !== null) return { rank: 3, number: at * 1000 + (position ?? 0) }
  if (position !== null) return { rank: 2, number: position }
  return { rank: isWhole ? 1 : 2, number: 0 }
}
