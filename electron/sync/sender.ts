import type { ThingRef } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'

/** Sends the changes of one thing: what is special about its kind. */
export type Sender = ThingRef & {
  open: () => ChangeRecord[]
  /** What may go now, in order. */
  sendable: () => ChangeRecord[]
  /** Runs writes to these changes, brings list and search in line, and tells. */
  write: (work: () => void) => void
  isInStore: () => boolean
  /** Whether a change's earlier answer was lost when this sending began. */
  wasInDoubt: (changeId: number) => boolean
  /** Whether its request was answered, and only what the store made of it is not known yet. */
  wasAnswered: (changeId: number) => boolean
  /** Makes it in the store, or finds it there where the answer was lost. */
  create: (change: ChangeRecord) => Promise<void>
  /** Deletes it in the store; what else waited for it goes with it. */
  remove: (change: ChangeRecord) => Promise<void>
  /** Its own fields and each of its lists, in the order in which they depend on each other. Each sends what of it waits. */
  edits: readonly (() => Promise<void>)[]
  /** It was made, and its edits have gone as well: what the store shows of it now is kept. */
  keepMade: () => Promise<void>
}
