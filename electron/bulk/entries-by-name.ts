import { foldText } from '../shared/fold-text'

type Places = { all: number[]; next: number }

/** Entries of a list by what they are called: just so, else whatever its letter case. Each is read once, however many are asked for. */
export function entriesByName(names: readonly string[]) {
  const [exact, folded] = [new Map<string, Places>(), new Map<string, Places>()]
  const taken = new Set<number>()

  function note(all: Map<string, Places>, name: string, place: number): void {
    const places = all.get(name) ?? { all: [], next: 0 }
    places.all.push(place)
    all.set(name, places)
  }

  function add(name: string, place: number): void {
    note(exact, name.trim(), place)
    note(folded, foldText(name.trim()), place)
  }

  function free(places: Places | undefined): number | undefined {
    while (places && taken.has(places.all[places.next] ?? -1)) places.next += 1
    return places?.all[places.next]
  }

  for (const [place, name] of names.entries()) add(name, place)
  return {
    add,
    find: (name: string): number | undefined => (exact.get(name.trim()) ?? folded.get(foldText(name.trim())))?.all[0],
    /** Two may be called alike: one that was not taken yet, if there is any. */
    take(name: string): number | undefined {
      const [same, alike] = [exact.get(name.trim()), folded.get(foldText(name.trim()))]
      const place = free(same) ?? free(alike) ?? same?.all[0] ?? alike?.all[0]
      if (place !== undefined) taken.add(place)
      return place
    },
  }
}
