import type { Catalogue } from '../catalogue/catalogue'
import { isOfPictures, isOfVariations, setsField } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { describedField } from '../shared/fields/thing-fields'
import { inverseOf } from './inverse'
import { mergeValues } from './merge'
import { isSince } from './open-in-names-of'
import type { Sight } from './seen'

/**
 * Whether a change is not as it was left only because this person changed the same since: what stands there now is what they made of
 * it, so that going over it overwrites nobody.
 */
export function isOwnDoing(catalogue: Catalogue, change: ChangeRecord, seen: Sight): boolean {
  const later = laterOfTheirs(catalogue, change, seen)
  if (later.length === 0) return false
  const after = later.reduce((made, each) => madeOf(made, each), change.after)
  // In the names that they gave it.
  const { standing } = inverseOf({ ...change, after }, { ...seen, since: () => [] })
  return standing === 'clean' || standing === 'done'
}

function laterOfTheirs(catalogue: Catalogue, change: ChangeRecord, seen: Sight): ChangeRecord[] {
  const { changes } = catalogue
  const isLater = isSince(change)
  const isTheirs = (each: ChangeRecord) => isLater(each) && changes.findSet(each.setId)?.source !== 'pull'
  if (!('nameNow' in seen)) return changes.alike(change).filter(isTheirs)
  if (isOfVariations(change) && change.verb === 'set')
    return seen.variations.keysSince(change).flatMap((key) => changes.alike({ ...change, key }).filter(isTheirs))
  if (!isOfPictures(change)) return changes.alike(change).filter(isTheirs)
  // A picture that was taken away and has come back is called otherwise.
  const nameNow = (key: string | null) => (key === null ? null : seen.nameNow(key))
  const isSame = ({ verb, key }: ChangeRecord) => verb === change.verb && nameNow(key) === nameNow(change.key)
  return changes.picturesOf(change.productId).filter((each) => isSame(each) && isTheirs(each))
}

/** A set or a record keeps what the later edit did not touch. */
function madeOf(made: unknown, { after, ...later }: ChangeRecord): unknown {
  const known = setsField(later) ? describedField(later) : undefined
  if (!known) return after
  const merge = mergeValues(known, later.before, after, made)
  return merge.outcome === 'same' ? made : merge.value
}
