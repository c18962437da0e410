// `npm run demo-store`: the local Ecwid alone, under plain Node. Its stdout carries one JSON line when it is ready.

import { createRequire } from 'node:module'
import { buildIfStale } from './build/build-if-stale.mjs'

const failed = await buildIfStale()
if (failed) process.exit(failed)
createRequire(import.meta.url)('../out/main/demo-store.js')
