import type { Catalogue } from '../catalogue/catalogue'
import type { RevertEntry, RevertTally } from '../shared/change'
import type { ThingRef } from '../shared/change-address'
import { AppError } from '../shared/errors'
import { createPacer } from './pacer'
import { remembered } from './remembered'
import { entryOf, setOrFail } from './revert'
import { seenOf } from './seen'

type Page = { changeSetId: number; changeId?: number | undefined; offset: number; limit: number }

/** What going back would do to a page of what a set changes, or to one change; nothing is written. */
export function previewRevert(catalogue: Catalogue, { changeSetId, changeId, offset, limit }: Page): RevertEntry[] {
  setOrFail(catalogue, changeSetId)
  if (changeId === undefined) {
    return catalogue.changes.thingsOf(changeSetId, offset, limit).flatMap((it) => entriesOf(catalogue, changeSetId, it))
  }
  const change = catalogue.changes.get(changeId)
  return change?.setId === changeSetId ? entryOf(catalogue, change, (id) => seenOf(catalogue, id)) : []
}

/** What going back would do to how many changes of a set. A newer question ends an older one. */
export function createRevertTally(catalogue: Catalogue): (setId: number) => Promise<RevertTally> {
  let tallies = 0
  return (setId) => {
    const asked = (tallies += 1)
    return tallyRevert(catalogue, setId, () => asked === tallies)
  }
}

/** With a pause wherever others wait for their turn. */
async function tallyRevert(catalogue: Catalogue, setId: number, isAsked: () => boolean): Promise<RevertTally> {
  setOrFail(catalogue, setId)
  const pace = createPacer()
  const tally = { things: 0, total: 0, plain: 0, moved: 0 }
  for (const thing of catalogue.changes.thingsOf(setId, 0, Number.MAX_SAFE_INTEGER)) {
    const entries = catalogue.moment(() => entriesOf(catalogue, setId, thing))
    const count = (...standings: RevertEntry['standing'][]) =>
      entries.filter(({ standing }) => standings.includes(standing)).length
    tally.things += entries.length > 0 ? 1 : 0
    tally.total += entries.length
    tally.plain += count('clean', 'waiting')
    tally.moved += count('moved')
    await pace()
    if (!isAsked()) throw new AppError('cancelled', 'Something else is looked at now.')
  }
  return tally
}

export function entriesOf(catalogue: Catalogue, setId: number, thing: ThingRef): RevertEntry[] {
  const seen = remembered((id) => seenOf(catalogue, id))
  return catalogue.changes.outlineOfThing(setId, thing).flatMap(({ id }) => {
    const change = catalogue.changes.get(id)
    return change ? entryOf(catalogue, change, seen) : []
  })
}
