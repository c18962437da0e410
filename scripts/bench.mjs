// `npm run bench`: runs test/bench/**/*.bench.ts one after the other and prints one table. A word selects parts by file
// name: `npm run bench -- search`.

import { availableParallelism, cpus, totalmem } from 'node:os'
import { createInterface } from 'node:readline'
import { buildOrExit } from './build/build-if-stale.mjs'
import { runOnDesktop } from './desktop/run-on-desktop.mjs'
import { tool } from './setup/paths.mjs'

const figures = []

await buildOrExit()
const words = process.argv.slice(2)
const runs = [
  [tool('@playwright/test/cli.js'), 'test', '-c', 'test/bench/bench.config.ts', '--pass-with-no-tests', ...words],
  [tool('vitest/vitest.mjs'), 'run', '-c', 'test/bench/files/files.config.ts', ...words],
]
for (const run of runs) process.exitCode = (await play(run)) || process.exitCode

const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`
console.log(`\n${new Date().toISOString().slice(0, 10)}, ${machine}, ${process.platform} ${process.arch}\n`)
console.log('| figure | measured | yardstick | ratio | goal | ok |\n| --- | ---: | ---: | ---: | --- | --- |')
for (const { name, value, yardstick, unit, goal } of figures) {
  const ratio = value / yardstick.value
  const cells = [
    name,
    `${show(value)} ${unit}`,
    `${yardstick.name}: ${show(yardstick.value)} ${unit}`,
    Number.isFinite(ratio) ? `${ratio.toPrecision(2)}x` : '',
    describe(goal, unit),
    verdict(goal, value, ratio),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

function play(args) {
  return runOnDesktop(process.execPath, args, {
    isolated: true,
    stdio: ['inherit', 'pipe', 'inherit'],
    onStart: ({ child }) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.startsWith('FIGURE ')) figures.push(JSON.parse(line.slice(7)))
        else console.log(line)
      })
    },
  })
}

function describe(goal, unit) {
  if (!goal) return ''
  if ('atMost' in goal) return `at most ${goal.atMost} ${unit}`
  return 'ratioAtMost' in goal ? `at most ${goal.ratioAtMost}x` : `at least ${goal.ratioAtLeast}x`
}

function verdict(goal, value, ratio) {
  if (!goal) return ''
  const isReached =
    'atMost' in goal
      ? value <= goal.atMost
      : 'ratioAtMost' in goal
        ? ratio <= goal.ratioAtMost
        : ratio >= goal.ratioAtLeast
  return isReached ? 'yes' : 'no'
}

function show(number) {
  return number >= 100 || Number.isInteger(number) ? String(Math.round(number)) : number.toPrecision(3)
}
