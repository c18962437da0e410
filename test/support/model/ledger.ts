import type { ChangeRecord } from '../../../electron/shared/change-record'
import type { Moved } from './moved-by'
import type { Person } from './person'

/** What must be true of the store in the end, as far as it was asked for. `start`: the stock that each product had. */
export function createLedger(products: readonly number[], start: ReadonlyMap<number, number>) {
  const asked = {
    stock: new Map(products.map((id) => [id, start.get(id)!])),
    pictures: new Map<string, number>(),
    created: [] as string[],
    deleted: new Map<number, Set<Person | 'web'>>(),
    /** Pictures of the demo shop, with who has removed them. */
    removed: new Map<string, Set<Person>>(),
    /** Those that somebody has ever removed: what is said about them may be refused. */
    everRemoved: new Set<string>(),
    /** Pictures that both have brought back: there may be one of each. */
    broughtBack: new Map<string, Set<Person>>(),
    /** Products of which the sizes may be gone with the first choice. */
    sizesGone: new Set<number>(),
    /** Choices that somebody added to the sizes of a product. */
    choices: new Map<number, string[]>(),
    /** Edited by anybody: deleting such a product may be asked about. */
    edited: new Set<number>(),
    /** Changes that their owner let go. */
    letGo: new Set<ChangeRecord>(),
    /** Who arranged the pictures of a product: with one alone nothing can be asked. */
    arranged: new Map<number, Set<Person>>(),
    /** Stock edits that can be taken back, newest last. */
    counted: new Map<Person, { id: number; change: ChangeRecord }[]>(),
  }

  const noteChoice = (id: number, text: string) => void asked.choices.set(id, [...(asked.choices.get(id) ?? []), text])

  function deletes(who: Person | 'web', id: number, isGone: boolean): void {
    const by = asked.deleted.get(id) ?? new Set()
    if (isGone) by.add(who)
    else by.delete(who)
    asked.deleted.set(id, by)
  }

  function removes(person: Person, key: string, isGone: boolean): void {
    const by = asked.removed.get(key) ?? new Set()
    if (isGone) asked.everRemoved.add(key)
    if (isGone) by.add(person)
    else by.delete(person)
    asked.removed.set(key, by)
  }

  /** What one of them comes back to: the store follows the screen in all that moves on it. */
  const movedBy = (person: Person): Moved => ({
    stock: (id, by) => void asked.stock.set(id, asked.stock.get(id)! + by),
    choice(id, text, isThere) {
      if (isThere) return noteChoice(id, text)
      const texts = asked.choices.get(id) ?? []
      asked.choices.set(
        id,
        texts.filter((each) => each !== text),
      )
    },
    uploaded(id, hash, isThere) {
      if (isThere) asked.pictures.set(hash, id)
      else asked.pictures.delete(hash)
      asked.broughtBack.set(hash, new Set([...(asked.broughtBack.get(hash) ?? []), person]))
    },
    drawn: (_, key, isThere) => removes(person, key, !isThere),
    made(name, isThere) {
      asked.created = asked.created.filter((each) => each !== name)
      if (isThere) asked.created.push(name)
    },
    deletes: (id, isGone) => deletes(person, id, isGone),
  })

  const isSure = (hash: string) => (asked.broughtBack.get(hash)?.size ?? 0) < 2
  const picturesOf = (id: number) =>
    [...asked.pictures].flatMap(([hash, owner]) => (owner === id && isSure(hash) ? [hash] : []))

  return Object.assign(asked, { isSure, picturesOf, noteChoice, deletes, removes, movedBy })
}
