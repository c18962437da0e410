import type { RunnerParts } from '../job/runner-parts'

/** Discards the copies of what a job has sent, as far as nothing else needs them. */
export function giveSpaceBack(parts: Pick<RunnerParts, 'catalogue' | 'staging' | 'logError'>, jobId: number): void {
  const { changes, importedRows, pictureJobFiles } = parts.catalogue
  const needed = changes.stagedHashes()
  for (const hash of [...pictureJobFiles.stagedHashes(), ...importedRows.stagedHashes()]) needed.add(hash)
  const free = pictureJobFiles.sentHashes(jobId).filter((hash) => !needed.has(hash))
  parts.staging.discard(free).catch((error) => parts.logError('staging', error))
}
