import type { OptionSteps } from '../changes/options-in-steps'
import { wouldMeet } from '../changes/variation-moves'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, reasonOf } from '../shared/errors'
import { readField, writeFields } from '../shared/fields/product-fields'
import type { RemoteProduct } from '../shared/remote-product'
import { says } from '../shared/sentence'
import { isEntryGone } from './entries'
import type { ProductPush, PushParts } from './product-push'

type Steps = {
  edits: readonly ChangeRecord[]
  steps: OptionSteps
  remote: RemoteProduct
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
  { edits, steps, remote, leaving }: Steps,
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
  const body = writeFields({ options: steps.meanwhile }, remote)
  const tokenOf = () => ({ step: { made: steps.meanwhile, wanted: steps.wanted }, places: steps.places })
  const item = await ecwid.updateProduct(push.ecwidId(), body, push.claiming({ changes: edits, tokenOf }))
  push.write(() => {
    if (item) push.keep(item.raw)
    for (const { id } of edits) catalogue.changes.update(id, { state: 'unknown' })
  })
  try {
    for (const { id, options: pairs } of steps.moves) {
      await ecwid.updateVariation(push.ecwidId(), id, { options: pairs }).catch((error: unknown) => {
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
