// `npm run tour -- --out DIR`: plays the main job in the real app against the demo store, prints each step and writes
// numbered screenshots of every screen, light and dark.

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildOrExit } from './build/build-if-stale.mjs'
import { runOnDesktop } from './desktop/run-on-desktop.mjs'
import { tool } from './setup/paths.mjs'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'tour' } } })
const folder = resolve(process.env.INIT_CWD ?? '.', values.out)

await buildOrExit()
const code = await runOnDesktop(
  process.execPath,
  [tool('@playwright/test/cli.js'), 'test', '-c', 'test/tour/tour.config.ts'],
  {
    isolated: true,
    env: { STOCKROOM_TOUR_OUT: folder },
  },
)
console.log(
  code === 0 ? `The screenshots are in ${folder}` : `The tour stopped early. What it saw until then is in ${folder}`,
)
process.exitCode = code
