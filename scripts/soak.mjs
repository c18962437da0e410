// `npm run soak`: the long proofs, apart from `npm test`, with new seeds each time. The real app is killed at work, a folder of pictures
// is uploaded through faults and kills and undone again; many products are changed and undone at once through the same; then the fault matrix, what one person does, what several do, and every other
// generated test are played round by round, each with a seed of its own.
// `npm run soak -- --minutes 30` fits all of it into so many minutes; without it the kills take as long as they take, and the rest
// an hour. STOCKROOM_KILLS, STOCKROOM_CHANGES, STOCKROOM_PICTURES, STOCKROOM_FILES and STOCKROOM_PRODUCTS change how much the kills are given.
// What fails is printed with the line that repeats it.

import { readFileSync, rmSync } from 'node:fs'
import { buildOrExit } from './build/build-if-stale.mjs'
import { runOnDesktop } from './desktop/run-on-desktop.mjs'
import { reportFile, tool } from './setup/paths.mjs'
import { filesWithGenerated } from './soak/generated-tests.mjs'
import { readCounts } from './soak/counts.mjs'

const at = process.argv.indexOf('--minutes')
const minutes = at < 0 ? null : Number(process.argv[at + 1])
if (minutes !== null && !(minutes > 0)) throw new Error('Say how long: npm run soak -- --minutes 30')
const words = process.argv.slice(2).filter((_, index) => at < 0 || (index + 2 !== at && index + 1 !== at))
const until = Date.now() + (minutes ?? 60) * 60_000

const counts = reportFile('soak-counts.jsonl')
rmSync(counts, { force: true })
const failures = []

await buildOrExit()
const few =
  minutes === null ? {} : { STOCKROOM_KILLS: String(Math.ceil(minutes / 2)), STOCKROOM_FILES: String(minutes * 8) }
const killed = await runOnDesktop(
  process.execPath,
  [tool('@playwright/test/cli.js'), 'test', '-c', 'test/soak/soak.config.ts', ...words],
  { isolated: true, env: { ...few, ...process.env, STOCKROOM_COUNTS: counts } },
)
if (killed) failures.push('the kills; the lines above name their STOCKROOM_SEED')

const products = process.env.STOCKROOM_PRODUCTS ?? String(minutes === null ? 20_000 : Math.min(20_000, minutes * 60))
await play(['test/integration/electron/bulk/through-faults.test.ts'], { STOCKROOM_PRODUCTS: products })

const sync = 'test/integration/electron/sync'
const rounds = [
  { files: [`${sync}/one-person.test.ts`], runs: 100 },
  { files: [`${sync}/model.test.ts`], runs: 100 },
  { files: [`${sync}/one-person-variations.test.ts`, `${sync}/two-at-variations.test.ts`], runs: 60 },
  {
    files: ['model-shop', 'model-pictures', 'stock-alone', 'category-random', 'all-undone', 'form-identity'].map(
      (name) => `${sync}/${name}.test.ts`,
    ),
    runs: 30,
  },
  { files: [`${sync}/fault-matrix.test.ts`, `${sync}/act-at-every-moment.test.ts`], runs: 1 },
  {
    files: filesWithGenerated().filter(
      (file) => !/one-person|two-at|sync\/(model|stock-alone|category-random|all-undone|form-identity)/.test(file),
    ),
    runs: 1,
  },
]
for (let round = 0; round < rounds.length || Date.now() < until; round += 1) {
  const { files, runs } = rounds[round % rounds.length]
  const seed = String(Math.floor(Math.random() * 2 ** 31))
  await play(files, { STOCKROOM_SEED: seed, STOCKROOM_RUNS: String(runs) })
}

/** One after the other, each with a line that repeats it. */
async function play(files, env) {
  const code = await runOnDesktop(
    process.execPath,
    [tool('vitest/vitest.mjs'), 'run', '--testTimeout=300000', '--hookTimeout=600000', ...files],
    { isolated: true, env: { ...env, STOCKROOM_COUNTS: counts } },
  )
  const given = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const again = `${given.join(' ')} npx vitest run ${files.join(' ')}`
  if (code) failures.push(again)
  console.log(`${code ? 'FAILED' : 'passed'}: ${again}`)
}

for (const [what, count] of readCounts(readFileSync(counts, 'utf8'))) console.log(`${count} ${what}`)
for (const failure of failures) console.log(`To repeat what failed: ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0
