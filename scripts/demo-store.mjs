// `npm run demo-store`: the local Ecwid alone, under plain Node. Its stdout carries one JSON line when it is ready.

import { createRequire } from 'node:module'
import { buildOrExit } from './build/build-if-stale.mjs'

await buildOrExit()
createRequire(import.meta.url)('../out/main/demo-store.js')
