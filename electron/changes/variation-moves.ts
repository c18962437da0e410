import { nameBetween } from '../shared/fields/formerly'
import type { Pair } from '../shared/fields/renamed-variations'
import type { RemoteVariation } from '../shared/remote-product'

export type Move = { id: number; options: Pair[] }

/**
 * Variations under other names, one after the other so that no two are the same meanwhile: who goes to a free place goes first, and where
 * they change places in a circle, one goes aside. Those that go aside are moved twice.
 */
export function inMoves(variations: readonly RemoteVariation[], renamed: readonly Move[]): Move[] {
  const places = new Map(variations.map(({ id, options = [] }) => [id, told(options)]))
  const taken = new Set(places.values())
  const moves: Move[] = []
  const move = (next: Move) => {
    taken.delete(places.get(next.id) ?? '')
    places.set(next.id, told(next.options))
    taken.add(told(next.options))
    moves.push(next)
  }
  let left = [...renamed]
  while (left.length > 0) {
    const free = left.filter(({ options }) => !taken.has(told(options)))
    const [first] = left
    if (free.length === 0 && first) move(aside(first, variations))
    for (const next of free) move(next)
    left = left.filter((each) => !free.includes(each))
  }
  return moves
}

/** The first of its names that is another one is not its own yet. */
function aside({ id, options }: Move, variations: readonly RemoteVariation[]): Move {
  const now = variations.find((each) => each.id === id)?.options ?? []
  const isNew = ({ name, value }: Pair) => !now.some((pair) => pair.name === name && pair.value === value)
  const at = options.findIndex(isNew)
  return {
    id,
    options: options.map((pair, place) => (place === at ? { ...pair, value: nameBetween(pair.value) } : pair)),
  }
}

/** Whether two of them would be the same in the end. */
export function wouldMeet(variations: readonly RemoteVariation[], renamed: readonly Move[]): boolean {
  const movedTo = new Map(renamed.map(({ id, options }) => [id, options]))
  const all = variations.map(({ id, options = [] }) => told(movedTo.get(id) ?? options))
  return new Set(all).size < all.length
}

const told = (pairs: readonly Pair[]): string =>
  JSON.stringify(pairs.map(({ name, value }) => [name, value]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))
