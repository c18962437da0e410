import { wouldMeet, type OptionSteps } from '../changes/options-in-steps'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, reasonOf } from '../shared/errors'
import { readField, writeFields } from '../shared/fields/product-fields'
import type { RemoteProduct } from '../shared/remote-product'
import { says } from '../shared/sentence'
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
  if (isUsed || wouldMeet(remote.combinations ?? [], steps.renamed)) {
    push.ask(edits, readField(remote, 'options'), says(isUsed ? 'options-still-used' : 'options-would-meet'))
    return 'asked'
  }
  const body = writeFields({ options: steps.meanwhile })
  const item = await ecwid.updateProduct(push.ecwidId(), body, push.claiming({ changes: edits }))
  push.write(() => {
    if (item) push.keep(item.raw)
    for (const { id } of edits) catalogue.changes.update(id, { state: 'unknown' })
  })
  try {
    for (const { id, options: pairs } of steps.renamed) {
      await ecwid.updateVariation(push.ecwidId(), id, { options: pairs })
    }
  } catch (error) {
    // One that is gone needs no other name.
    if (!(error instanceof AppError) || error.code !== 'refused') throw error
    push.write(() => {
      const refused = { state: 'refused', reason: reasonOf(error.info), retryAt: null } as const
      for (const { id } of edits) catalogue.changes.update(id, refused)
    })
    return 'asked'
  }
  return steps.unplaced.length > 0 ? 'waits' : 'moved'
}
