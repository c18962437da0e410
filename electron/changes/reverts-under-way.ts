import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import { revertChoiceSchema } from '../shared/change'
import { isEqual } from '../shared/fields/equal'

const key = 'revertsUnderWay'
const underWaySchema = z.array(
  z.object({
    setId: z.number(),
    /** Null: all of them. */
    changeIds: z.array(z.number()).nullable(),
    /** The set that this does again: `setId` took it back, or is itself where all of it was still waiting. Null: it is an undo. */
    redoes: z.number().nullable().default(null),
    /** Null: nobody has looked at what was changed since. */
    choice: revertChoiceSchema.nullable().default(null),
    /** The set that leads back, once there is one. */
    revertSetId: z.number().nullable(),
    /** What waited, and must not leave before it is taken back. */
    keptBack: z.array(z.number()).default([]),
  }),
)
type UnderWay = z.infer<typeof underWaySchema>[number]
export type Asked = Pick<UnderWay, 'setId' | 'changeIds' | 'choice' | 'redoes'>

const isSame = (one: Asked, other: Asked): boolean =>
  one.setId === other.setId &&
  one.redoes === other.redoes &&
  isEqual(one.changeIds, other.changeIds) &&
  isEqual(one.choice, other.choice)

const wants = ({ changeIds, choice }: Asked, id: number): boolean =>
  (changeIds?.includes(id) ?? true) && !choice?.except.includes(id)

/** What is being taken back a few products at a time. It is noted in the database, so that the next start goes on with it. */
export function createRevertsUnderWay({ meta, changes, transaction }: Catalogue) {
  const all = (): UnderWay[] => meta.get(key, underWaySchema) ?? []
  const others = (asked: Asked): UnderWay[] => all().filter((one) => !isSame(one, asked))
  const note = (one: UnderWay): void => meta.set(key, [...others(one), one])

  /** What another one that is under way wants as well stays kept back, for that one. */
  function letGo({ keptBack, ...asked }: UnderWay): number[] {
    const sharing = others(asked).filter(({ setId }) => setId === asked.setId)
    const left = sharing.reduce((still, other) => {
      const shared = still.filter((id) => wants(other, id))
      if (shared.length > 0) note({ ...other, keptBack: [...new Set([...other.keptBack, ...shared])] })
      return still.filter((id) => !shared.includes(id))
    }, keptBack)
    return changes.letGo(left)
  }

  return {
    all,
    /** Whether a set that grows is still wanted: it was not taken back, and is not being taken back. */
    isStanding: (setId: number): boolean =>
      changes.hasUnreverted(setId) && !all().some((one) => one.setId === setId && one.changeIds === null),
    find: (asked: Asked): UnderWay | undefined => all().find((one) => isSame(one, asked)),
    begin: (asked: Asked, ids: readonly number[]): void =>
      transaction(() => note({ ...asked, revertSetId: null, keptBack: changes.keepBack(ids) })),
    /** The set that leads back has its first change. */
    noteSet(asked: Asked, revertSetId: number): void {
      for (const one of all()) if (isSame(one, asked)) note({ ...one, revertSetId })
    },
    /**
     * It has come to its end, or nobody wants it any more: what it still keeps back may go. Returns the products of that. Belongs
     * into a transaction.
     */
    end(asked: Asked): number[] {
      const one = all().find((each) => isSame(each, asked))
      meta.set(key, others(asked))
      return one ? letGo(one) : []
    },
  }
}
