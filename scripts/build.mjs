// Builds out/ when a source is newer than what is there.  --force builds in any case.

import { buildIfStale } from './build/build-if-stale.mjs'

process.exitCode = await buildIfStale({ force: process.argv.includes('--force') })
