import { createProposals, type Proposals } from '../../../../electron/bulk/proposals'
import type { BulkAction } from '../../../../electron/shared/bulk-action'
import { noWords } from '../../../../electron/shared/fields/kind'
import type {
  Proposal,
  ProposalFilter,
  ProposalState,
  ProposedRow,
  ReviewView,
  SendingEnd,
  TimedProposal,
} from '../../../../electron/shared/proposal'
import { setImmediate } from 'node:timers/promises'
import { expect } from 'vitest'
import { openSnapshots } from '../../../support/kept-snapshots'

type Parts = Parameters<typeof createProposals>[0]

/** Proposals on a local copy, as a start of the program has them. */
export function openProposals({
  catalogue,
  changes,
  noteChanged = () => {},
  now = () => 1_000_000,
  after = () => () => {},
  words = () => noWords,
  newDefaults = () => ({}),
  giveBack = () => {},
}: Pick<Parts, 'catalogue' | 'changes'> &
  Partial<Pick<Parts, 'noteChanged' | 'now' | 'after' | 'words' | 'newDefaults' | 'giveBack'>>) {
  const told: Proposal[] = []
  const snapshots = openSnapshots(catalogue, { now })
  const began: string[] = []
  let toldTimed: TimedProposal[] = []
  let lapse = () => {}
  const proposals: Proposals = createProposals({
    connectionId: 'test',
    catalogue,
    changes,
    now,
    after: (ms, run) => after(ms, (lapse = run)),
    words,
    newDefaults,
    onChanged: (proposal) => void told.push(proposal),
    onTimed: (timed) => void (toldTimed = timed),
    onDue: (due) => void began.push(due),
    noteChanged,
    takeSnapshot: snapshots.take,
    lookFirst: snapshots.lookFirst,
    giveBack,
    assertCanWrite: () => {},
    logError: console.error,
  })

  /** Waits until what is open is there. */
  async function reaches(state: ProposalState): Promise<Proposal> {
    for (;;) {
      const current = proposals.current()
      if (current?.state === state) return current
      await setImmediate()
    }
  }

  async function ends(ending: SendingEnd): Promise<void> {
    while (proposals.current()?.ending !== ending) await setImmediate()
  }

  /** What can be done without news is done. */
  async function untilStill(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await setImmediate()
  }

  function rows(view: Partial<ReviewView> = {}): ProposedRow[] {
    const all = { by: 'product', order: 'list', filter: 'all' } as const
    const { id } = proposals.current()!
    const shown = proposals.page(id, { ...all, ...view, offset: 0, limit: 500 }).rows
    const stored = [...new Set(shown.map(({ productId }) => productId))].flatMap((productId) =>
      catalogue.proposedEdits.unmade(id, productId).map(({ reason }) => reason),
    )
    // Why something cannot be is a code, whoever found it.
    expect(JSON.stringify(stored)).not.toContain('"says":"text"')
    return shown
  }

  function allRows(filter: ProposalFilter): ProposedRow[] {
    const view = { by: 'product', order: 'list', filter, offset: 0, limit: 100_000 } as const
    return proposals.page(proposals.current()!.id, view).rows
  }

  return {
    ...proposals,
    snapshots: snapshots.all,
    allRows,
    told,
    /** What began or ended by itself. */
    began,
    /** As the window heard of it last. */
    toldTimed: () => toldTimed,
    reaches,
    ends,
    untilStill,
    rows,
    only: (filter: ProposalFilter) => rows({ filter }),
    /** And the time in which it could come back is over. */
    discardForGood(id: number): void {
      proposals.discard(id)
      lapse()
    },
    /** Of these products, until it can be reviewed. */
    async proposed(action: BulkAction, ids: number[]): Promise<Proposal> {
      proposals.propose({ selection: { ids }, action })
      return reaches('ready')
    },
    /** The yes, until all of it is written. */
    async applied(): Promise<Proposal> {
      proposals.apply(proposals.current()!.id)
      return reaches('applied')
    },
  }
}
