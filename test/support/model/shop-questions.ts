import type { Catalogue } from '../../../electron/catalogue/catalogue'
import { removesVariation } from '../../../electron/shared/change-address'
import type { ChangeRecord } from '../../../electron/shared/change-record'
import type { CategoryActs } from './category-acts'
import type { Actor, Claims } from './claims'
import type { VariedClaims } from './varied-claims'

type About = { claims: Claims; varied: VariedClaims; shelves: CategoryActs; who: Actor; catalogue: Catalogue }

/** A question is allowed only where two changed the same thing differently, or one took away what another one touched. */
export function isAllowedQuestion(change: ChangeRecord, about: About): boolean {
  const { claims } = about
  // Whoever touched the product meanwhile leaves it open whether a difference arrived.
  if (change.field === 'quantity') return change.token?.quantity !== undefined
  if (change.thing === 'category')
    return isDisputedCategory(change, about) || namesOf(change, about).some((name) => claims.isShared(name))
  if (change.field === 'options')
    return (
      isOfAskedVariation(change, about) ||
      claims
        .names()
        .some((name) => /choice|option/.test(name) && (claims.isShared(name) || isShapedByOthers(name, about)))
    )
  // Somebody else may have taken it away and made it anew.
  if (change.list === 'variations' && isDisputedVariation(change, about)) return true
  if (change.list === 'variations' && change.verb === 'remove') return false
  return namesOf(change, about).some((name) => claims.isShared(name))
}

/** Two moved or deleted some of them, or one of them is about one that another one took away. */
const isDisputedCategory = (change: ChangeRecord, about: About): boolean =>
  about.claims.isShared('the tree') ||
  namesOf(change, about).some((name) => about.shelves.isDisputed(/category .*$/.exec(name)?.[0] ?? name))

function isDisputedVariation({ key }: ChangeRecord, { varied }: About): boolean {
  const name = varied.ofVariation.get(Number(key))
  return name === undefined || varied.isDisputedVariation(name)
}

/** A variation that is made of what goes was changed by others, so that its own removal is asked about with it. */
const isOfAskedVariation = ({ thing, productId, reason }: ChangeRecord, about: About): boolean =>
  reason?.sentence?.says === 'options-still-used' &&
  about.catalogue.changes
    .openOf(thing, productId)
    .some((change) => removesVariation(change) && change.state === 'conflict' && isDisputedVariation(change, about))

const isShapedByOthers = (name: string, { claims }: About): boolean =>
  claims.isDisputed(/(choice|option) .*$/.exec(name)?.[0] ?? name)

/** What is gone by somebody else's hand keeps what was done to it with a reason. */
export function mayBeRefused(change: ChangeRecord, about: About): boolean {
  if (change.thing === 'category') return isDisputedCategory(change, about)
  if (change.field === 'options') return isAllowedQuestion(change, about)
  if (change.list !== 'variations') return false
  return isDisputedVariation(change, about)
}

function namesOf({ setId }: ChangeRecord, { claims, who }: About): readonly string[] {
  return claims.namesOf(`${who} ${setId}`)
}
