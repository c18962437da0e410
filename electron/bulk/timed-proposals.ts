import type { Catalogue } from '../catalogue/catalogue'
import type { StoredProposal } from '../catalogue/proposals-table'
import { AppError } from '../shared/errors'
import type { CountedThings, TimedProposal, Times } from '../shared/proposal'
import { awaitsEnd, dueOf, restUntilDue } from './due'
import { actionOf } from './proposal-view'

type Parts = {
  connectionId: string
  catalogue: Pick<Catalogue, 'proposals' | 'proposedEdits' | 'transaction'>
  now: () => number
  after: (ms: number, run: () => void) => () => void
  signal: AbortSignal
  /** Writes what rested. */
  begin: (id: number) => void
  /** Takes all of it back. */
  end: (id: number) => void
  /** By itself. */
  onDue: (due: 'start' | 'end', one: TimedProposal) => void
  logError: (context: string, error: unknown) => void
  onTimed: (timed: TimedProposal[]) => void
}

type Counted = Pick<TimedProposal, CountedThings>

/** What was said yes to and has a time: it rests as it was reviewed until its start, and goes back at its end. */
export function createTimedProposals(parts: Parts) {
  const { catalogue, connectionId, now, signal } = parts
  const { proposals } = catalogue
  /** Counted once: nothing is left out of what rests. */
  const known = new Map<string, Counted>()
  let cancel = () => {}
  let told = '[]'

  function countedOf({ id, state }: StoredProposal): Counted {
    const name = `${id} ${state}`
    const { products, categories, productTypes } = known.get(name) ?? catalogue.proposedEdits.tally(id)
    known.set(name, { products, categories, productTypes })
    return { products, categories, productTypes }
  }

  function stageOf(one: StoredProposal): TimedProposal['stage'] | null {
    if (one.state === 'timed') return 'rests'
    if (one.state === 'applying') return 'starts'
    if (awaitsEnd(one)) return 'runs'
    return one.state === 'applied' && one.startsAt !== null && one.done < one.total ? 'over' : null
  }

  function list(): TimedProposal[] {
    return proposals.timed().flatMap((one) => {
      const [stage, action] = [stageOf(one), actionOf(one.asked)]
      if (!stage || !action) return []
      const { id, startsAt, endsAt, changeSetId } = one
      const due = dueOf(one, now())
      const missed = due?.isMissed ? due.what : null
      const refused = stage === 'runs' || stage === 'over' ? one.total - one.done : 0
      const told = { connectionId, id, action, stage, missed, startsAt, endsAt, changeSetId }
      return [{ ...told, refused, ...countedOf(one) }]
    })
  }

  function doDue(one: TimedProposal): void {
    const stored = proposals.get(one.id)
    const due = stored ? dueOf(stored, now()) : null
    if (!due || due.isMissed) return
    try {
      const act = due.what === 'start' ? parts.begin : parts.end
      act(one.id)
      parts.onDue(due.what, one)
    } catch (error) {
      // Tried again at the next look, and asked about once it is too late.
      parts.logError(`${due.what} of many products`, error)
    }
  }

  /** Does what is due, tells what is new, and looks again at the next time. */
  function look(): void {
    cancel()
    if (signal.aborted) return
    for (const one of list()) doDue(one)
    const timed = list()
    if (JSON.stringify(timed) !== told) parts.onTimed(timed)
    told = JSON.stringify(timed)
    if (timed.length > 0) cancel = parts.after(restUntilDue(timed, now()), look)
  }

  /** Of what rests, or of what runs its end alone. */
  function setTimes(id: number, times: Times): void {
    const stored = proposals.get(id)
    if (!stored || stageOf(stored) === null) throw new AppError('not-found', gone)
    assertAhead(stored.state === 'timed' ? times : { startsAt: null, endsAt: times.endsAt }, now())
    if (stored.state !== 'timed') return proposals.setTimes(id, { startsAt: stored.startsAt, endsAt: times.endsAt })
    proposals.setTimes(id, { ...times, startsAt: times.startsAt ?? now() })
    if (times.startsAt === null) parts.begin(id)
  }

  return { list, look, setTimes, stop: (): void => cancel() }
}

const gone = 'This has begun, ended or been cancelled already. Changes shows what it did.'

export function assertAhead({ startsAt, endsAt }: Times, now: number): void {
  if (startsAt !== null && startsAt <= now)
    throw notSo('The start is in the past. Choose a later time, or begin at once.')
  if (endsAt !== null && endsAt <= (startsAt ?? now)) throw notSo('The end comes after the start. Choose a later time.')
}

const notSo = (message: string) => new AppError('invalid-input', message)
