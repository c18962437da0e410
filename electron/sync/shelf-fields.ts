import { reindexThing } from '../changes/reindex-thing'
import { setsField, setsOwnPicture } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { shelfFieldOf } from '../shared/fields/shelf-fields'
import { readShelf } from '../shared/fields/shelf-values'
import type { RemoteShelf } from '../shared/remote-shelf'
import { judgeEdits, sendEdits, type EditsAdapter } from './edits'
import { productsLosing } from './lost-with-shelf'
import { isFiledBefore, isNamedBefore } from './named-before'
import { PlanAnew } from './plan-anew'
import type { PushParts } from './product-push'
import { loseAlong, noteLost } from './shelf-losses'
import type { ShelfPush } from './shelf-push'

/** Of a field, and no picture, which is uploaded. */
export const isShelfValue = (change: ChangeRecord): boolean => setsField(change) && !setsOwnPicture(change)

/** Sends what was edited of it, after edits of products that name an attribute which it removes, or that file them where it orders them. */
export async function pushShelfFields(parts: PushParts, push: ShelfPush): Promise<void> {
  const edits = push.sendable().filter(isShelfValue)
  const { catalogue } = parts
  if (edits.some((edit) => isNamedBefore(catalogue, edit) || isFiledBefore(catalogue, edit)))
    return push.restAgain(edits)
  await sendEdits(push, shelfEdits(parts, push))
}

function shelfEdits(parts: PushParts, push: ShelfPush): EditsAdapter<RemoteShelf, Record<string, unknown>> {
  const { catalogue } = parts
  const { calls, thing } = push
  return {
    isOurs: isShelfValue,
    read: push.readNow,
    judge(edits, remote) {
      const { values, ...judged } = judgeEdits(edits, ({ field }) => {
        const known = shelfFieldOf(thing, field)
        return known && field !== null
          ? { way: known, theirs: readShelf(thing, remote, field, catalogue.languages()) }
          : undefined
      })
      const body = Object.fromEntries(values.map(({ change: { field }, value }) => [field, value]))
      return { ...judged, body }
    },
    async write(sent, body, remote) {
      const asked = calls.body({ ...calls.always(remote), ...body }, remote)
      const losing = thing === 'productType' ? await productsLosing(catalogue, sent, remote) : []
      const tokenOf = noteLost(catalogue, remote, losing)
      const claim = push.claiming({ changes: sent, tokenOf })
      await calls.update(push.ecwidId(), asked, claim, push.goingOn()).catch((error: unknown) => {
        if (error instanceof PlanAnew) push.noteHalfway(sent)
        throw error
      })
      const now = calls.namesParts(body) ? await calls.read(push.ecwidId()).catch(() => undefined) : undefined
      const waitingFor = sent.flatMap((change) => catalogue.changes.waitingFor(change.id))
      push.markSent(sent, () => {
        push.keep(now ?? { ...remote, ...asked })
        for (const change of sent) loseAlong(parts, change, remote, losing)
        // What names an attribute of it can go now.
        for (const waiting of waitingFor) reindexThing(catalogue, waiting)
      })
      parts.onChanged(waitingFor)
    },
    skip: (remote) => push.write(() => push.keep(remote)),
  }
}
