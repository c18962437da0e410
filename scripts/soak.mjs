// `npm run soak`: the long proofs, apart from `npm test`. The real app is killed 30 times at work (STOCKROOM_KILLS,
// STOCKROOM_CHANGES and STOCKROOM_PICTURES change how often and how much), a folder of 5,000 pictures (STOCKROOM_FILES) is uploaded
// through faults and kills and undone again, then 1000 generated sequences run against the sync.
// A failure prints its STOCKROOM_SEED, which repeats it.

import { buildOrExit } from './build/build-if-stale.mjs'
import { runOnDesktop } from './desktop/run-on-desktop.mjs'
import { tool } from './setup/paths.mjs'

await buildOrExit()
const killed = await runOnDesktop(
  process.execPath,
  [tool('@playwright/test/cli.js'), 'test', '-c', 'test/soak/soak.config.ts', ...process.argv.slice(2)],
  { isolated: true },
)
const generated = await runOnDesktop(
  process.execPath,
  [tool('vitest/vitest.mjs'), 'run', '--project', 'integration', 'test/integration/electron/sync/model.test.ts'],
  { isolated: true, env: { STOCKROOM_RUNS: process.env.STOCKROOM_RUNS ?? '1000' } },
)
process.exitCode = killed || generated
