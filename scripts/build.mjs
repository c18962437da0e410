// Builds out/ when the sources are others than what is there was built from.  --force builds in any case.

import { buildOrExit } from './build/build-if-stale.mjs'

await buildOrExit({ force: process.argv.includes('--force') })
