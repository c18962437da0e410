import type { Catalogue } from '../catalogue/catalogue'
import type { ChangeOutline } from '../catalogue/change-set-parts'
import type { Applied } from './apply'
import { createNamesAnew, type NamesAnew } from './names-anew'
import { grow } from './grow'
import type { LongWork } from './long-work'
import { cannotBeRedone, doAgain, redoneAs, redoSet, toBeRedone } from './redo'
import { noteUndone, withoutEnding } from './redoable'
import { assertResting, backToBefore, isWanted, revertLabel, revertSet, setOrFail, type Wanted } from './revert'
import { createRevertsUnderWay, type Asked } from './reverts-under-way'
import { stepsBack, type StepBack } from './steps-back'
import { writeSet, type NewSet, type WrittenSet } from './write-set'

type Parts = {
  catalogue: Catalogue
  now: () => number
  /** These products look different now; something may wait to be sent. */
  onChanged: (productIds: number[]) => void
  logError: (context: string, error: unknown) => void
  longWork: LongWork
}
/** `revertSetId`: the change set that the undo made; null when everything was still waiting. */
export type Undone = { setId: number; revertSetId: number | null }

/** Fewer changes than this go back, or are done again, in one transaction. */
const many = 200

/**
 * Takes back change sets of thousands, and does them again, a few things at a time, so that nothing else waits for it. What is
 * still to be done is in the database from the start: a crash in the middle leaves work for the next start, and nothing half
 * done for good.
 */
export function createRevertInParts({ catalogue, now, onChanged, logError, longWork }: Parts) {
  const { changes } = catalogue
  const underWay = createRevertsUnderWay(catalogue)
  const running = new Map<string, Promise<Applied>>()

  function revert(wanted: Wanted): Promise<Applied> {
    const { setId, changeIds, choice = null } = wanted
    const asked: Asked = { setId, changeIds: changeIds ? [...changeIds] : null, choice, redoes: null }
    if (underWay.find(asked)) return begin(asked)
    setOrFail(catalogue, setId)
    const outline = chosen(changes.outlineOf(setId), wanted)
    if (outline.length >= many) return start(asked, outline)
    return atOnce(() => {
      const done = revertSet(catalogue, now(), wanted)
      noteUndone(catalogue, setId, done)
      return done
    })
  }

  function redo({ setId, revertSetId }: Undone): Promise<Applied> {
    // Where no set led back there is nothing to lead back from.
    const from = revertSetId === null ? { setId, changeIds: [] } : { setId: revertSetId, changeIds: null }
    const asked: Asked = { ...from, choice: null, redoes: setId }
    if (underWay.find(asked)) return begin(asked)
    const outline = revertSetId === null ? [] : changes.outlineOf(revertSetId)
    if (outline.length + toBeRedone(changes, setId).length >= many) return start(asked, outline)
    return atOnce(() => redoSet(catalogue, now(), { setId, revertSetId }))
  }

  function atOnce(work: () => Applied): Promise<Applied> {
    const applied = catalogue.transaction(work)
    onChanged(applied.productIds)
    return Promise.resolve(applied)
  }

  function start(asked: Asked, outline: readonly ChangeOutline[]): Promise<Applied> {
    assertResting(outline)
    underWay.begin(
      asked,
      outline.map(({ id }) => id),
    )
    return begin(asked)
  }

  /** Asked once more, also after it failed: it goes on where it is. */
  function begin(asked: Asked): Promise<Applied> {
    const name = JSON.stringify([asked.setId, asked.changeIds, asked.choice, asked.redoes])
    const known = running.get(name)
    if (known) return known
    const work = longWork.run(goBack(asked).finally(() => running.delete(name)))
    running.set(name, work)
    return work
  }

  async function goBack(asked: Asked): Promise<Applied> {
    const { setId, redoes } = asked
    const steps = stepsBack(catalogue, asked)
    const anew = createNamesAnew(catalogue)
    const touched = new Set<number>()
    let known = underWay.find(asked)?.revertSetId ?? null
    let into: number | NewSet = known ?? newSet(asked)

    function write(step: StepBack): number[] {
      const written = writeSet(catalogue, now(), into)
      const isFirst = typeof into !== 'number'
      const work = () => take({ ...asked, anew }, step, written)
      const back = redoes !== null && isFirst ? withoutEnding(catalogue, redoes, work) : work()
      into = written.id() ?? into
      steps.done(step)
      return [...back, ...written.productIds()]
    }

    await grow({
      catalogue,
      signal: longWork.signal,
      isWanted: () => typeof into !== 'number' || underWay.isStanding(into),
      next: () => steps.next(),
      write,
      note() {
        if (typeof into !== 'number' || into === known) return
        known = into
        underWay.noteSet(asked, into)
      },
      tell(productIds) {
        for (const productId of productIds) touched.add(productId)
        onChanged(productIds)
      },
    })
    // Closed: the next start goes on.
    if (longWork.signal.aborted) return { changeSetId: null, productIds: [...touched] }
    const applied = { changeSetId: typeof into === 'number' ? into : null, productIds: [...touched] }
    const released = catalogue.transaction(() => {
      if (redoes === null) noteUndone(catalogue, setId, applied)
      return underWay.end(asked)
    })
    if (released.length > 0) onChanged(released)
    if (redoes !== null && applied.changeSetId === null) throw cannotBeRedone()
    return applied
  }

  /** One step of it. Returns the products of what was taken back. */
  function take(asked: Asked & { anew: NamesAnew }, { does, thing }: StepBack, written: WrittenSet): number[] {
    if (does === 'again') {
      const left = asked.redoes === null ? [] : toBeRedone(changes, asked.redoes, thing)
      const records = left.flatMap(({ id }) => changes.get(id) ?? [])
      doAgain(catalogue, records, written)
      return []
    }
    const { setId, anew } = asked
    const wanted = { setId, anew, changeIds: asked.changeIds ?? undefined, choice: asked.choice ?? undefined }
    const records = chosen(changes.outlineOfThing(setId, thing), wanted).flatMap(({ id }) => changes.get(id) ?? [])
    return backToBefore(catalogue, records, wanted, written)
  }

  function newSet({ setId, redoes }: Asked): NewSet {
    const revertOf = redoes === setId ? undefined : setId
    if (redoes !== null) return { ...redoneAs(setOrFail(catalogue, redoes)), revertOf }
    const [last] = changes.outlineBefore(setId, Number.MAX_SAFE_INTEGER, 1)
    const { productName = '' } = (last && changes.get(last.id)) ?? {}
    const label = revertLabel(catalogue, setOrFail(catalogue, setId), changes.thingCountOf(setId), productName)
    return { source: 'revert', label, revertOf }
  }

  return {
    revert,
    redo,
    /** Goes on with what was under way when the app ended. */
    resume(): void {
      for (const one of underWay.all()) {
        begin(one).catch((error: unknown) => logError(`undo of change set ${one.setId}`, error))
      }
    },
  }
}

function chosen(outline: readonly ChangeOutline[], wanted: Wanted): ChangeOutline[] {
  const isChosen = isWanted(wanted)
  return outline.filter((change) => change.state !== 'taken-back' && isChosen(change))
}
