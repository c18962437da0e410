import type { Catalogue } from '../catalogue/catalogue'
import { afterMs } from '../shared/after-ms'
import type { StagedPicture } from '../shared/picture-intake'
import type { Staging } from './staging'

type Parts = {
  catalogue: Pick<Catalogue, 'changes' | 'pictureJobFiles' | 'importedRows' | 'proposedEdits' | 'snapshots'>
  staging: Pick<Staging, 'stage' | 'release' | 'discard'>
  after?: typeof afterMs
  logError: (context: string, error: unknown) => void
}

/** Somebody who copies files for what is not in the database yet; `end`: from now on it is, or nobody needs them. */
export type StagedHold = { stage: (path: string) => Promise<StagedPicture>; end: () => void }

const graceMs = 60_000

/** Who needs what is staged of a store: whatever goes is asked for here, so that nothing goes while somebody does. */
export function createStagedContent({ catalogue, staging, after = afterMs, logError }: Parts) {
  const holds = new Set<Set<string>>()
  const rests = new Set<() => void>()
  let isClosed = false

  /** Whoever keeps names of staged content in the database is named here. */
  function needed(): Set<string> {
    const { changes, pictureJobFiles, importedRows, proposedEdits, snapshots } = catalogue
    const tables = [changes, pictureJobFiles, importedRows, proposedEdits, snapshots.pictures]
    const named = [...tables.map((table) => table.stagedHashes()), ...holds]
    return new Set(named.flatMap((hashes) => [...hashes]))
  }

  function giveBack(hashes: readonly string[]): void {
    if (isClosed || hashes.length === 0) return
    const free = () => {
      const all = isClosed ? new Set(hashes) : needed()
      return hashes.filter((hash) => !all.has(hash))
    }
    staging.discard(free, graceMs).then(askLater, (error: unknown) => logError('staging', error))
  }

  /** Somebody may be about to name what was staged just now. */
  function askLater(young: readonly string[]): void {
    if (isClosed || young.length === 0) return
    const cancel = after(graceMs + 1000, () => {
      rests.delete(cancel)
      giveBack(young)
    })
    rests.add(cancel)
  }

  function hold(): StagedHold {
    const mine = new Set<string>()
    holds.add(mine)
    return {
      stage: async (path) => {
        const staged = await staging.stage(path, (hash) => mine.add(hash))
        if (!holds.has(mine)) giveBack([staged.hash])
        return staged
      },
      end: () => {
        holds.delete(mine)
        giveBack([...mine])
      },
    }
  }

  return {
    hold,
    /** Deletes these as far as nobody needs them: at once, or where they were staged in this minute, when that is over. */
    giveBack,
    /** The same of all that is staged, for the beginning: what is younger than an hour stays. */
    release: (): Promise<void> => staging.release(needed()),
    close: (): void => {
      isClosed = true
      for (const cancel of rests) cancel()
    },
  }
}
