import type { Catalogue } from '../catalogue/catalogue'
import { isSameAct, setsField } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import type { List } from '../shared/fields/kind'
import { describedField } from '../shared/fields/thing-fields'
import type { Step } from './become-since'
import { namedSince } from './named-since'

/**
 * A question rests while later edits of the same list go to the store: it is said in the names that they gave there, or what it is about
 * would come back under its old name beside the new one. `sent`: of one thing. Belongs into a transaction.
 */
export function sayOpenInNamesOf({ changes }: Catalogue, sent: readonly ChangeRecord[]): void {
  const renaming = sent.filter((change) => renamedList(change) !== null)
  const [first] = renaming
  if (!first) return
  for (const open of changes.openOf(first.thing, first.productId)) {
    const list = renamedList(open)
    const later = renaming.filter((change) => change.id > open.id && isSameAct(change, open))
    if (!list || later.length === 0 || (open.state !== 'conflict' && open.state !== 'refused')) continue
    const { before, after } = namedSince(list, open, later, 'after')
    changes.update(open.id, {
      before,
      after,
      ...(open.theirs !== null && { theirs: there(list, open.theirs, later) }),
      token: { ...open.token, named: [...(open.token?.named ?? []), ...later.map(({ id }) => id)] },
    })
  }
}

/** Another change of the same that came to the store after this one, or is to: names that it is said in already are none of theirs. */
export const isSince =
  ({ id, token }: Pick<ChangeRecord, 'id' | 'token'>) =>
  (each: Pick<ChangeRecord, 'id' | 'state'>): boolean =>
    each.id > id && each.state !== 'taken-back' && !(token?.named ?? []).includes(each.id)

/** Whatever else is noted of how it is sent. */
export const withNames = ({ token: known }: Pick<ChangeRecord, 'token'>, token: ChangeRecord['token']) =>
  known?.named ? { ...token, named: known.named } : token

/** The list that it sets, where what is in it is known by names. */
function renamedList(change: ChangeRecord): List | null {
  const list = setsField(change) ? describedField(change)?.kind.list : null
  return list?.formerly ? list : null
}

/** What was read in the store before these went there. */
const there = (list: List, theirs: unknown, later: readonly Step[]): unknown =>
  namedSince(list, { before: theirs, after: theirs }, later, 'after').after
