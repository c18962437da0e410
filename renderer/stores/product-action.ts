import type { Operation } from '../../electron/shared/change'
import type { ErrorInfo } from '../../electron/shared/errors'
import { shortName, type WantedLabel } from '../../electron/shared/set-label'
import { call, problemOf } from '../bridge'
import { refreshProduct } from './product-store'

export type ProductTarget = { connectionId: string; productId: number; productName: string }
export type Outcome = { changeSetId: number | null; problem: ErrorInfo | null }

/** Of an act on one picture, file or video. `what`: by which its owner knows it; '' where it has no name. */
export const partLabel = <Code extends PartLabel['code']>(
  code: Code,
  { productName }: ProductTarget,
  what: string,
) => ({
  code,
  product: shortName(productName),
  ...(what !== '' && { what: shortName(what) }),
})
type PartLabel = Extract<WantedLabel, { what?: string | undefined }>

/** One act on the media of a product, which is a change at once: it does not wait for the form to be saved. */
export const apply = (target: ProductTarget, label: WantedLabel, operation: Operation): Promise<Outcome> =>
  applyAll(target, label, [operation])

export async function applyAll(
  { connectionId }: ProductTarget,
  label: WantedLabel,
  operations: Operation[],
): Promise<Outcome> {
  let changeSetId: number | null = null
  const problem = await settled(async () => {
    const input = { connectionId, source: 'pictures' as const, label, operations }
    ;({ changeSetId } = await call('changes.apply', input))
  })
  return { changeSetId, problem }
}

/** The product is on the screen as it is afterwards. */
export async function settled(ask: () => Promise<unknown>): Promise<ErrorInfo | null> {
  try {
    await ask()
    await refreshProduct()
    return null
  } catch (error) {
    return problemOf(error)
  }
}
