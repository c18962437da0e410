import { AppError } from '../shared/errors'
import { dataLeftBehind, keyLeftBehind } from './connection-problems'
import type { Keys } from './keys'
import type { ConnectionRecords } from './stored-connection'

export type RemovalParts = {
  records: ConnectionRecords
  keys: Keys
  storeData: { remove(connectionId: string): void | Promise<void> }
  log?: (line: string) => void
}

/**
 * The record goes last, marked as being removed: whatever stops the removal halfway, the next start still knows
 * which key and which files are left.
 */
export function createRemoval({ records, keys, storeData, log }: RemovalParts) {
  const finish = async (id: string): Promise<void> => {
    const record = records.read().find((each) => each.id === id)
    if (!record) return
    const keyProblem = record.isDemo ? null : await problemOf(() => keys.forget(id))
    const dataProblem = await problemOf(() => storeData.remove(id))
    if (dataProblem) throw dataLeftBehind(dataProblem.cause)
    if (keyProblem && record.keyInKeychain) throw keyLeftBehind(keyProblem.cause)
    records.write(records.read().filter((each) => each.id !== id))
  }

  return {
    finish,
    finishAll: async (): Promise<void> => {
      for (const { id, removing } of records.read()) {
        if (!removing) continue
        const problem = await problemOf(() => finish(id))
        if (problem) log?.(`A removal could not be completed: ${messageOf(problem.cause)}`)
      }
    },
  }
}

async function problemOf(work: () => void | Promise<void>): Promise<{ cause: unknown } | null> {
  try {
    await work()
    return null
  } catch (cause) {
    return { cause }
  }
}

function messageOf(error: unknown): string {
  return error instanceof AppError ? error.message : String(error)
}
