import type { OptionSteps } from '../changes/options-in-steps'
import { wouldMeet } from '../changes/variation-moves'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, reasonOf } from '../shared/errors'
import { fieldOf, readField, writeFields } from '../shared/fields/product-fields'
import type { RemoteProduct } from '../shared/remote-product'
import { says } from '../shared/sentence'
import { isEqual } from '../shared/fields/equal'
import { isEntryGone } from './entries'
import type { ProductPush, PushParts } from './product-push'

type Steps = {
  edits: readonly ChangeRecord[]
  steps: OptionSteps
  remote: RemoteProduct
  /** When that was read. */
  readAt: number
  /** Ids of variations that are removed next. */
  leaving: ReadonlySet<number>
}

/**
 * Brings a product to where nothing of the options that are wanted takes away what a variation is made of. Each step is found by what
 * the store has, so that a lost answer or a crash between two does no harm: until the last one the change counts as one whose answer was
 * lost. moved: the options can follow. waits: once some variations are removed. asked: its owner decides.
 */
export async function pushOptionSteps(
  { catalogue, ecwid }: PushParts,
  push: ProductPush,
  { edits, steps, remote, readAt, leaving }: Steps,
): Promise<'moved' | 'waits' | 'asked'> {
  const isUsed = steps.unplaced.some(({ id }) => !leaving.has(id))
  if (isUsed) {
    push.ask(edits, readField(remote, 'options'), says('options-still-used'))
    return 'asked'
  }
  const variations = remote.combinations ?? []
  if (wouldMeet(variations, steps.renamed)) {
    const staying = variations.filter(({ id }) => !leaving.has(id))
    if (!wouldMeet(staying, steps.renamed)) return 'waits'
    push.refuse(edits, { code: 'refused', sentence: says('options-would-meet') })
    return 'asked'
  }
  const step = { made: steps.meanwhile, wanted: steps.wanted }
  if (isThere(edits, step, remote)) push.noteGoingOn({ changes: edits, readAt })
  else {
    const body = writeFields({ options: steps.meanwhile }, remote)
    const claim = { changes: edits, readAt, tokenOf: () => ({ step, places: steps.places }) }
    const item = await ecwid.updateProduct(push.ecwidId(), body, push.claiming(claim))
    push.write(() => {
      if (item) push.keep(item.raw)
      for (const { id } of edits) catalogue.changes.update(id, { state: 'unknown' })
    })
  }
  const following = push.following({ changes: edits.map((edit) => ({ ...edit, state: 'unknown' })), readAt })
  try {
    for (const { id, options: pairs } of steps.moves) {
      await ecwid.updateVariation(push.ecwidId(), id, { options: pairs }, following).catch((error: unknown) => {
        // One that is gone needs no other name.
        if (!isEntryGone(error)) throw error
      })
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused') throw error
    push.write(() => {
      const refused = { state: 'refused', reason: reasonOf(error.info), retryAt: null } as const
      for (const { id } of edits) catalogue.changes.update(id, refused)
    })
    return 'asked'
  }
  return steps.unplaced.length > 0 ? 'waits' : 'moved'
}

type Step = NonNullable<NonNullable<ChangeRecord['token']>['step']>

/** Whether they went so before, and the store is where that brought it: what was read is used for what follows. */
const isThere = (edits: readonly ChangeRecord[], step: Step, remote: RemoteProduct): boolean =>
  fieldOf('options').kind.isSame(readField(remote, 'options'), step.made) &&
  edits.every(({ state, token }) => state === 'unknown' && token?.step && isEqual(token.step, asKept(step)))

/** As the database gives it back. */
const asKept = (step: Step): unknown => JSON.parse(JSON.stringify(step))
