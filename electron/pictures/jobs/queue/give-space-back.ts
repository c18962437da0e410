import type { RunnerParts } from '../job/runner-parts'

/** Discards the copies of what a job has sent, as far as nothing else needs them. */
export const giveSpaceBack = ({ catalogue, giveBack }: Pick<RunnerParts, 'catalogue' | 'giveBack'>, jobId: number) =>
  giveBack(catalogue.pictureJobFiles.sentHashes(jobId))
