import type { PictureJobProgress } from '../../electron/shared/picture-job'

/** 0..100. Preparing counts a little, so that the bar moves from the first second. */
export function percentOf({ sent, prepared, total }: Pick<PictureJobProgress, 'sent' | 'prepared' | 'total'>): number {
  if (total === 0) return 0
  return Math.min(100, (100 * (sent * 0.95 + Math.max(sent, prepared) * 0.05)) / total)
}
