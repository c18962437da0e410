// Builds out/ when a source is newer than what is there.  --force builds in any case.

import { buildOrExit } from './build/build-if-stale.mjs'

await buildOrExit({ force: process.argv.includes('--force') })
