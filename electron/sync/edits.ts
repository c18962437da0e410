import type { Catalogue } from '../catalogue/catalogue'
import { mendByLater } from '../changes/mending'
import type { Way } from '../changes/merge'
import { mergeEdits } from '../changes/merge-edits'
import type { ThingRef } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { AppError, reasonOf, type Reason } from '../shared/errors'
import { says, type PlainSentence, type Sentence } from '../shared/sentence'
import type { ThingPush } from './thing-push'

/** What becomes of edits that wait, compared with what the store has now. */
export type Judged = {
  /** In the store already, or nothing in the end. */
  found: ChangeRecord[]
  /** Sent, and not there: it waits like any other. */
  missing: ChangeRecord[]
  /** Both sides changed it: its owner decides, with `theirs` in sight. */
  asked: { changes: ChangeRecord[]; theirs: unknown; sentence: Sentence }[]
  refused: { changes: ChangeRecord[]; reason: Reason }[]
  /** They go in one request. */
  sent: ChangeRecord[]
}

export const nothing: Judged = { found: [], missing: [], asked: [], refused: [], sent: [] }

/** Both, as one. */
export const together = (one: Judged, other: Judged): Judged => ({
  found: [...one.found, ...other.found],
  missing: [...one.missing, ...other.missing],
  asked: [...one.asked, ...other.asked],
  refused: [...one.refused, ...other.refused],
  sent: [...one.sent, ...other.sent],
})

/** Edits that the store cannot hold are kept with the reason, and do not go; `whyNot` null: they may. */
export function keptBack(
  edits: readonly ChangeRecord[],
  whyNot: (edit: ChangeRecord) => PlainSentence | null,
): { waiting: ChangeRecord[]; refused: Judged['refused'] } {
  return {
    waiting: edits.filter((edit) => whyNot(edit) === null),
    refused: edits.flatMap((edit) => {
      const why = whyNot(edit)
      return why === null ? [] : [{ changes: [edit], reason: { code: 'refused', sentence: says(why) } as const }]
    }),
  }
}

/** What is special about edits that are written by one call. `There`: what the store has. `Body`: what is written. */
export type EditsAdapter<There, Body> = {
  isOurs(change: ChangeRecord): boolean
  read(): Promise<There>
  /** Those whose answer was lost are found again, or go once more, by what is there. */
  judge(edits: readonly ChangeRecord[], there: There): Judged & { body: Body }
  /** Claims them at the turn of their request, writes, and keeps what the store has then. */
  write(sent: readonly ChangeRecord[], body: Body, there: There): Promise<void>
  /** Nothing of it goes: what was read is worth keeping. */
  skip?(there: There): void
}

/** Reads what is there, merges what waits with it, asks where both sides changed the same, and writes what is left. */
export async function sendEdits<There, Body>(
  push: Pick<ThingPush, 'sendable' | 'markFound' | 'markMissing' | 'ask' | 'refuse'>,
  adapter: EditsAdapter<There, Body>,
): Promise<void> {
  const waiting = push.sendable().filter((change) => adapter.isOurs(change))
  if (waiting.length === 0) return
  const there = await adapter.read()
  const { found, missing, asked, refused, sent, body } = adapter.judge(waiting, there)
  if (found.length > 0) push.markFound(found)
  if (missing.length > 0) push.markMissing(missing)
  for (const { changes, reason } of refused) push.refuse(changes, reason)
  for (const { changes, theirs, sentence } of asked) push.ask(changes, theirs, sentence)
  if (sent.length > 0) await adapter.write(sent, body, there)
  else adapter.skip?.(there)
}

/** One value for all edits of the same; `change`: the last of them. */
type Value = { change: ChangeRecord; value: unknown }

/** Merges the edits of each value three ways, in the way that it has. Undefined: this version does not know it, and it waits. */
export function judgeEdits(
  edits: readonly ChangeRecord[],
  place: (change: ChangeRecord) => { way: Way; theirs: unknown } | undefined,
  sentence: Sentence = says('both-changed'),
): Judged & { values: Value[] } {
  const judged: Judged & { values: Value[] } = { found: [], missing: [], asked: [], refused: [], sent: [], values: [] }
  for (const all of alike(edits)) {
    const change = all.at(-1)
    const known = change && place(change)
    if (!known) continue
    const { arrived, merge } = mergeEdits(known.way, all, known.theirs)
    const rest = all.filter((edit) => !arrived.includes(edit))
    judged.found.push(...arrived, ...(merge.outcome === 'same' ? rest : []))
    if (merge.outcome === 'conflict') judged.asked.push({ changes: rest, theirs: known.theirs, sentence })
    if (merge.outcome !== 'send') continue
    judged.values.push({ change, value: merge.value })
    judged.sent.push(...rest)
  }
  return judged
}

/** Edits of the same together, oldest first: ten edits of a price are one. */
function alike(edits: readonly ChangeRecord[]): ChangeRecord[][] {
  const groups = new Map<string, ChangeRecord[]>()
  for (const edit of edits) {
    const { list, key, field, verb } = edit
    const about = JSON.stringify([list, key, field, verb])
    const group = groups.get(about)
    if (group) group.push(edit)
    else groups.set(about, [edit])
  }
  return [...groups.values()]
}

/** Marks the edits of the fields that the store named. False when it named none, or nothing else would be left. */
export function refuseNamed(
  catalogue: Catalogue,
  push: Pick<ThingPush, 'write'> & ThingRef,
  edits: readonly ChangeRecord[],
  error: unknown,
): boolean {
  if (!(error instanceof AppError) || error.code !== 'refused') return false
  const { info } = error
  const isNamed = ({ field }: ChangeRecord) => field !== null && info.fields?.[field] !== undefined
  const named = edits.filter(isNamed)
  if (named.length === 0 || named.length === edits.length) return false
  push.write(() => {
    for (const edit of edits) {
      const reason: Reason = { ...reasonOf(info), fields: [edit.field ?? ''] }
      catalogue.changes.update(edit.id, isNamed(edit) ? { state: 'refused', reason } : { state: 'waiting' })
    }
    mendByLater(catalogue, push)
  })
  return true
}
