import { newPictureJobOptions, noProgress, type PictureJob } from '../../electron/shared/picture-job'

/** A job in review, as main would tell it. */
export function aPictureJob({
  progress,
  ...more
}: Partial<Omit<PictureJob, 'progress'>> & { progress?: Partial<PictureJob['progress']> } = {}): PictureJob {
  return {
    id: 1,
    connectionId: 'shop',
    state: 'review',
    label: { file: 'shoot', more: 0 },
    createdAt: 0,
    scan: { found: 0, checked: 0, skipped: 0, bytes: 0 },
    counts: { matched: 0, doubtful: 0, unmatched: 0, refused: 0, already: 0, leftOut: 0 },
    products: 0,
    removals: 0,
    options: newPictureJobOptions,
    sentence: '',
    bytes: 0,
    bytesAfter: null,
    isHeld: false,
    problem: null,
    changeSetId: null,
    undo: { standing: 0, underWay: 0, undone: 0 },
    needsConfirmation: false,
    ...more,
    progress: {
      ...noProgress,
      ...progress,
    },
  }
}
