import { gramsPath } from './grams'

const otherWords: Readonly<Record<string, string>> = { '!unlimited': 'unlimited', [gramsPath]: 'weight' }

/** Two columns may say the same in words of their own. */
const heldAs = (target: string | null): string | null =>
  target !== null && /^category\.\d+$/.test(target) ? 'categoryIds' : (otherWords[target ?? ''] ?? target)

/** Of each column, the places of those that say the same of a row, so that only one of them could count. */
export function rivalsOf(targets: readonly (string | null)[]): number[][] {
  const places = new Map<string, number[]>()
  for (const [at, target] of targets.entries()) {
    const held = heldAs(target)
    if (held !== null) places.set(held, [...(places.get(held) ?? []), at])
  }
  return targets.map((target, at) => {
    const held = heldAs(target)
    const others = held === null ? [] : (places.get(held) ?? [])
    // Ecwid’s columns of categories add up to one list.
    return others.filter((other) => other !== at && (target === targets[other] || !areParts(target, targets[other])))
  })
}

const areParts = (one: string | null, other: string | null | undefined): boolean =>
  [one, other].every((target) => target?.startsWith('category.'))
