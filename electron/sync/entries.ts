import { goneReason } from '../changes/gone-reason'
import type { CallOptions } from '../ecwid/call-options'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, type Reason } from '../shared/errors'
import type { RemoteProduct } from '../shared/remote-product'
import { says, type Sentence } from '../shared/sentence'
import { PlanAnew } from './plan-anew'
import type { ProductPush, PushParts } from './product-push'
import { readHoldsMs } from './thing-push'

/** So many requests follow on one read of the product, and are read again together. */
export const requestsOnOneRead = 50

/** What is to be done with an entry, by what the store has now. */
type EntryJudged<There> =
  | { is: 'sent' }
  /** As it was to be already. `there`: the entry that an add made, whose answer was lost. */
  | { is: 'found'; there?: There }
  | { is: 'refused'; reason: Reason }
  /** Somebody changed what is to go: its owner decides, with `theirs` in sight. */
  | { is: 'asked'; theirs: unknown; sentence: Sentence }

/** What is special about entries that are added to a list of a product, or removed from it. */
export type EntriesAdapter<There> = {
  /** Of what may go now. */
  ours(sendable: readonly ChangeRecord[]): ChangeRecord[]
  /** One that is made is known by what the store shows: until then its answer counts as lost. */
  isMadeWhenShown: boolean
  /** An entry is found again by what tells it from the others. */
  judge(change: ChangeRecord, remote: RemoteProduct): EntryJudged<There>
  /** Makes it, or removes it. */
  write(change: ChangeRecord, remote: RemoteProduct, claim: Pick<CallOptions, 'onTurn'>): Promise<void>
  /** The entry that an add has made. */
  find(add: ChangeRecord, remote: RemoteProduct): There | undefined
  /** From now on it has its name in the store; what named it by its local key follows. Belongs into a write. */
  noteArrived(add: ChangeRecord, there: There): void
  /** It is removed: what was only about it has nothing left to do. Belongs into a write. */
  noteGone(removal: ChangeRecord): void
}

/** Adds and removes entries one by one, in their order, then reads what the store made of them. */
export async function sendEntries<There>(
  parts: PushParts,
  push: ProductPush,
  adapter: EntriesAdapter<There>,
): Promise<void> {
  const waiting = () => adapter.ours(push.sendable())
  for (let isMoving = true; isMoving && push.mayGo() && waiting().length > 0;) {
    const round = waiting().slice(0, requestsOnOneRead)
    await sendRound(parts, push, adapter, round)
    // What waited for these may go now.
    const left = new Set(waiting().map(({ id }) => id))
    isMoving = round.some(({ id }) => !left.has(id))
  }
}

async function sendRound<There>(
  parts: PushParts,
  push: ProductPush,
  adapter: EntriesAdapter<There>,
  changes: readonly ChangeRecord[],
): Promise<void> {
  const remote = await push.fresh()
  const readAt = push.readAt()
  const answered: ChangeRecord[] = []
  try {
    for (const change of changes) {
      // What is left is judged anew; the first of them goes, or is planned anew by its claim.
      const isOld = answered.length > 0 && Math.abs(parts.now() - readAt) > readHoldsMs / 2
      if (isOld || !push.mayGo()) break
      if (settled(push, adapter, change, adapter.judge(change, remote))) continue
      await adapter.write(change, remote, push.claimingQuietly({ changes: [change], readAt })).catch(goneOr(change))
      push.noteAnswered([change])
      answered.push(change)
    }
  } catch (error) {
    if (error instanceof PlanAnew && answered.length > 0) await settle(push, adapter, answered)
    throw error
  }
  if (answered.length > 0) await settle(push, adapter, answered)
}

/** Whether nothing of it goes. */
function settled<There>(
  push: ProductPush,
  adapter: EntriesAdapter<There>,
  change: ChangeRecord,
  judged: EntryJudged<There>,
): boolean {
  if (judged.is === 'sent') return false
  if (judged.is === 'refused') push.refuse([change], judged.reason)
  else if (judged.is === 'asked') push.ask([change], judged.theirs, judged.sentence)
  else {
    const { there } = judged
    push.markFound([change], () => {
      if (change.verb === 'remove') adapter.noteGone(change)
      else if (there !== undefined) adapter.noteArrived(change, there)
    })
  }
  return true
}

/** Removed already is what was wanted; where the product itself is gone there is nothing to add to. */
const goneOr =
  ({ verb }: ChangeRecord) =>
  (error: unknown): void => {
    if (verb !== 'remove' || !isEntryGone(error)) throw error
  }

/** The store does not have this entry of a product any more; the product is there. */
export const isEntryGone = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'not-found' && error.info.storeCode !== goneReason.storeCode

async function settle<There>(
  push: ProductPush,
  adapter: EntriesAdapter<There>,
  answered: readonly ChangeRecord[],
): Promise<void> {
  const { raw, product } = await push.confirm()
  push.noteShown(product)
  const isLost = (change: ChangeRecord) =>
    adapter.isMadeWhenShown && change.verb === 'add' && adapter.find(change, product) === undefined
  const there = answered.filter((change) => !isLost(change))
  push.markSent(there, () => {
    push.keep(raw)
    for (const change of there) {
      if (change.verb === 'remove') adapter.noteGone(change)
      const made = change.verb === 'add' ? adapter.find(change, product) : undefined
      if (made !== undefined) adapter.noteArrived(change, made)
    }
  })
  if (there.length < answered.length) throw new AppError('unknown-outcome', says('not-listed-yet'))
}
