import { z } from 'zod'
import type { Standing } from '../catalogue/applies-table'
import type { Catalogue } from '../catalogue/catalogue'
import { changeSources, operationSchema, type Operation } from '../shared/change'
import { setLabelSchema, type SetLabel } from '../shared/set-label'
import { productOf } from './apply-steps'
import { createRevertsUnderWay } from './reverts-under-way'

const askedSchema = z.object({
  source: z.enum(changeSources),
  label: setLabelSchema.catch({ code: 'salvaged' }),
  operations: z.array(operationSchema.nullable().catch(null)),
})
export type AskedApply = { source: (typeof changeSources)[number]; label: SetLabel; operations: Operation[] }
export type UnderWay = Standing & { id: number; asked: z.infer<typeof askedSchema> }

/** So long the same that is asked for again is the same. */
const rememberedMs = 60 * 60_000

/** Long lists of operations on their way into a set each: what was asked for, and how far it is, on disk. */
export function createAppliesUnderWay(catalogue: Catalogue) {
  const { applies, changes, transaction } = catalogue
  const reverts = createRevertsUnderWay(catalogue)
  /** Nothing was made, or it was taken back, or is no more what was set last. What was added is there, whatever else was changed. */
  const isOver = ({ changeSetId }: Standing, operations: readonly Operation[]) => {
    if (changeSetId === null || !reverts.isStanding(changeSetId)) return true
    const edited = operations.flatMap((one) => (one.kind.endsWith('.add') ? [] : (productOf(one) ?? [])))
    return changes.isOvertaken(changeSetId, edited)
  }

  return {
    /** Those that go on at a start. */
    left: (): number[] => applies.all().flatMap(({ id, endedAt }) => (endedAt === null ? [id] : [])),
    /**
     * The same that failed, or whose asker never heard of its end, is gone on with where it is: nothing of it is made twice.
     */
    begin: (asked: AskedApply, now: number): number =>
      transaction(() => {
        applies.forgetBefore(now - rememberedMs)
        const text = JSON.stringify(asked)
        const known = applies.alike(text)
        if (known && (known.endedAt === null || !isOver(known, asked.operations))) {
          applies.setEnd(known.id, null)
          return known.id
        }
        if (known) applies.remove(known.id)
        return applies.add(text)
      }),
    read(id: number): UnderWay {
      const row = applies.get(id)
      if (!row) throw new Error(`There is no list ${id} under way`)
      return { ...row, asked: readAsked(row.asked) }
    },
    note: applies.note,
    /** It stands still: whoever asked for it is told, or never will be. */
    setEnd: applies.setEnd,
    remove: applies.remove,
  }
}
export type AppliesUnderWay = ReturnType<typeof createAppliesUnderWay>

/** Null among the operations: this version cannot read it. */
export function readAsked(text: string): UnderWay['asked'] {
  const nothing = { source: 'form', label: { code: 'salvaged' }, operations: [null] } as const
  return askedSchema.safeParse(JSON.parse(text)).data ?? { ...nothing, operations: [...nothing.operations] }
}

export const isLeft = ({ done, ahead }: Pick<Standing, 'done' | 'ahead'>, at: number): boolean =>
  at >= done && !ahead.includes(at)

/** With these operations done as well. */
export function withDone(standing: Standing, operations: readonly number[]): Standing {
  const ahead = new Set([...standing.ahead, ...operations])
  let { done } = standing
  while (ahead.delete(done)) done += 1
  return { ...standing, done, ahead: [...ahead] }
}
