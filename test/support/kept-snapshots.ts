import type { Catalogue } from '../../electron/catalogue/catalogue'
import type { Snapshots } from '../../electron/shared/snapshot'
import { createSnapshots } from '../../electron/snapshots/snapshots'

/** The snapshots of a local copy, as a start of the program has them. */
export const openSnapshots = (
  catalogue: Catalogue,
  {
    now = Date.now,
    onChanged = () => {},
    giveBack = () => {},
  }: { now?: () => number; onChanged?: (all: Snapshots) => void; giveBack?: (hashes: readonly string[]) => void } = {},
) => createSnapshots({ connectionId: 'test', catalogue, now, onChanged, giveBack, logError: console.error })
