import { isDelete, isSameAct, ordersPictures, setsAlt, translatesAlt } from '../../../electron/shared/change-address'
import type { ChangeRecord } from '../../../electron/shared/change-record'
import type { Person } from './person'

type About = {
  ecwidId: number
  edited: ReadonlySet<number>
  arranged: ReadonlyMap<number, ReadonlySet<Person>>
  sizesGone: ReadonlySet<number>
}

/** What is wrong with a question: it is allowed only where both sides changed the same thing differently. */
export function needless(person: Person, change: ChangeRecord, about: About): string[] {
  const told = JSON.stringify(change)
  const allowed = isAllowed(person, change, about)
  if (allowed === undefined) return [`an unexpected question: ${told}`]
  return allowed ? [] : [`a needless question: ${told}`]
}

/** Undefined: nothing of this kind is ever asked about. */
function isAllowed(
  person: Person,
  change: ChangeRecord,
  { ecwidId, edited, arranged, sizesGone }: About,
): boolean | undefined {
  const { field, theirs } = change
  if (isDelete(change)) return edited.has(ecwidId)
  if (field === 'name' || field === 'price') return !person.hasSeen(ecwidId, field, theirs)
  if (field === 'attributes' || field === 'attributesTranslated' || translatesAlt(change)) {
    const sides = [firstInConflict(person, change).before, change.after, theirs] as Record<string, string>[]
    const [before = {}, mine = {}, now = {}] = sides
    return Object.keys({ ...before, ...mine, ...now }).some(
      (key) => before[key] !== mine[key] && now[key] !== before[key] && now[key] !== mine[key],
    )
  }
  if (setsAlt(change)) return theirs !== firstInConflict(person, change).before
  // With the first choice the option came, and goes with it though others have added to it.
  if (field === 'options' && sizesGone.has(ecwidId)) return true
  if (ordersPictures(change)) return [...(arranged.get(ecwidId) ?? [])].some((each) => each !== person)
  return undefined
}

function firstInConflict({ client }: Person, change: ChangeRecord): ChangeRecord {
  const open = client.catalogue.changes.openOf(change.thing, change.productId)
  return open.find((each) => isSameAct(each, change) && each.state === 'conflict')!
}
