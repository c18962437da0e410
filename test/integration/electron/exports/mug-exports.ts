import { openExports } from '../../../support/an-export'
import { openMugs } from '../changes/catalogue-of-mugs'
import { wordsOfMugs } from '../imports/full-mug'

/** A local copy of mugs, and exports of it. */
export function openMugExports() {
  const mugs = openMugs()
  const exports = openExports({ catalogue: mugs.catalogue, words: () => wordsOfMugs })
  return {
    mugs,
    exports,
    close: async (): Promise<void> => {
      await exports.close()
      await mugs.changes.stop()
      mugs.close()
    },
  }
}
export type MugExports = ReturnType<typeof openMugExports>
