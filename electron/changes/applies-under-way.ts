import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { changeSources, operationSchema } from '../shared/change'
import { setLabelSchema } from '../shared/set-label'

const listKey = 'appliesUnderWay'
const askedSchema = z.object({
  source: z.enum(changeSources),
  label: setLabelSchema,
  operations: z.array(operationSchema),
})
export type AskedApply = z.infer<typeof askedSchema>

const standingSchema = z.object({
  /** Operations that are done, or could not be done. */
  at: z.number(),
  leftOut: z.number(),
  changeSetId: z.number().nullable(),
})
export type Standing = z.infer<typeof standingSchema>

/** Long lists of operations on their way into a set each: what was asked for, and how far it is, on disk. */
export function createAppliesUnderWay({ meta, transaction }: Pick<Catalogue, 'meta' | 'transaction'>) {
  const all = (): number[] => meta.get(listKey, z.array(z.number())) ?? []
  const askedKey = (one: number) => `apply:${one}:asked`
  const standingKey = (one: number) => `apply:${one}:standing`
  return {
    all,
    begin: (asked: AskedApply): number =>
      transaction(() => {
        const one = Math.max(0, ...all()) + 1
        meta.set(listKey, [...all(), one])
        meta.set(askedKey(one), asked)
        return one
      }),
    asked: (one: number): AskedApply | undefined => meta.get(askedKey(one), askedSchema),
    standing: (one: number): Standing =>
      meta.get(standingKey(one), standingSchema) ?? { at: 0, leftOut: 0, changeSetId: null },
    note: (one: number, standing: Standing): void => meta.set(standingKey(one), standing),
    end: (one: number): void =>
      transaction(() => {
        const others = all().filter((other) => other !== one)
        if (others.length > 0) meta.set(listKey, others)
        else meta.remove(listKey)
        meta.remove(askedKey(one))
        meta.remove(standingKey(one))
      }),
  }
}
