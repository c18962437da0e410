/** Two people with Stockroom, and whoever works in the web panel. */
export type Actor = 0 | 1 | 'web'
type Claim = { actors: Set<Actor>; value: unknown }

/**
 * What each of several people made of what, by a name for each value: what one alone has changed must be so in the end, and only what
 * two of them touched may be asked about. What somebody came back to is not held to be one or the other.
 */
export function createClaims() {
  const claims = new Map<string, Claim>()
  const unsure = new Set<string>()
  /** Who touched a thing in any way, and who renamed it or took it away. */
  const touched = new Map<string, Set<Actor>>()
  const shaped = new Map<string, Set<Actor>>()
  const bySet = new Map<string, string[]>()

  const add = (to: Map<string, Set<Actor>>, name: string, actor: Actor) =>
    to.set(name, new Set([...(to.get(name) ?? []), actor]))

  return {
    /** `things`: what the value belongs to. Answers its name, for `ofSet`. */
    claim(actor: Actor, name: string, value: unknown, things: readonly string[] = []): string {
      const actors = new Set([...(claims.get(name)?.actors ?? []), actor])
      claims.set(name, { actors, value })
      for (const thing of things) add(touched, thing, actor)
      return name
    },
    touch: (actor: Actor, thing: string) => void add(touched, thing, actor),
    shape(actor: Actor, thing: string): void {
      add(touched, thing, actor)
      add(shaped, thing, actor)
    },
    doubt: (isMeant: (name: string) => boolean): void => {
      for (const name of claims.keys()) if (isMeant(name)) unsure.add(name)
    },
    /** What one set claims, so that all of it is unsure once somebody comes back to it. */
    ofSet: (set: string, names: readonly string[]): void => void bySet.set(set, [...(bySet.get(set) ?? []), ...names]),
    namesOf: (set: string): readonly string[] => bySet.get(set) ?? [],
    undone(set: string): void {
      for (const name of bySet.get(set) ?? []) unsure.add(name)
    },
    /** Undefined: nobody, several, or somebody who came back to it. */
    sure: (name: string): unknown => {
      const claim = claims.get(name)
      return claim && claim.actors.size === 1 && !unsure.has(name) ? claim.value : undefined
    },
    isClaimed: (name: string): boolean => claims.has(name),
    isShared: (name: string): boolean => (claims.get(name)?.actors.size ?? 0) > 1,
    /** Renamed or taken away by one, and touched by another. */
    isDisputed: (thing: string): boolean => shaped.has(thing) && (touched.get(thing)?.size ?? 0) > 1,
    isShaped: (thing: string): boolean => shaped.has(thing),
    names: (): string[] => [...claims.keys()],
  }
}
export type Claims = ReturnType<typeof createClaims>
