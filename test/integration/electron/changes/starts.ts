import { createChanges } from '../../../../electron/changes/changes'
import type { Mugs } from './catalogue-of-mugs'

/** Later starts of the program on the same local copy. */
export function createStarts(mugs: () => Mugs) {
  const opened: ReturnType<typeof createChanges>[] = []
  const errors: unknown[] = []

  function start(onChanged: (productIds: number[]) => void = () => {}, now = () => 1_000_000) {
    const { catalogue } = mugs()
    const logError = (_context: string, error: unknown) => void errors.push(error)
    const changes = createChanges({ catalogue, now, onChanged, logError })
    opened.push(changes)
    return changes
  }

  return {
    start,
    /** What went wrong without anybody who waited for it. */
    errors,
    /** Its first slice is on the disk, and then it fails. */
    failing: () =>
      start(() => {
        throw new Error('The disk is gone.')
      }),
    /** Belongs after each test, before the local copy is closed. */
    async stop(): Promise<void> {
      errors.length = 0
      await Promise.all(opened.splice(0).map((changes) => changes.stop()))
    },
  }
}
