// `npm run demo-store`: the local Ecwid alone, under plain Node. Its stdout carries one JSON line when it is ready.

import { createRequire } from 'node:module'
import { buildOrExit } from './build/build-if-stale.mjs'
import { whenNpmEnds } from './setup/when-npm-ends.mjs'

await buildOrExit()
createRequire(import.meta.url)('../out/main/demo-store.js')
// The store saves what it has and ends, as with Ctrl+C.
whenNpmEnds(() => process.kill(process.pid, 'SIGTERM'))
