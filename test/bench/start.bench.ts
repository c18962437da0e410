import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { median, report } from '../support/bench-table'
import { floorEnvironment, floorProgram, floorReady } from './floor-window/floor'
import { test } from './large-store-test'

/** The path of the executable: that is what the package says outside Electron. */
const electron = createRequire(join(process.cwd(), 'package.json'))('electron') as string
const rounds = 7
const firstRow = '[role="grid"] [data-index="0"]:not([aria-busy])'

test('cold start to a usable list with 100,000 products', async ({ large }) => {
  const { folder, env } = large.userData()
  const empty = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  const starts: number[] = []
  const windows: number[] = []
  const floors: number[] = []
  try {
    const floor = { ...(await floorEnvironment(join(empty, 'page'))), STOCKROOM_BENCH_READY: floorReady }
    for (let round = 0; round < rounds; round++) {
      windows.push(await startMs(['test/bench/empty-window'], empty, {}))
      floors.push(await startMs([floorProgram], empty, floor))
      starts.push(await startMs(['.'], folder, { ...env, STOCKROOM_BENCH_READY: firstRow }))
    }
  } finally {
    rmSync(empty, { recursive: true, force: true, maxRetries: 10 })
  }
  // The first start of each warms the disk cache and writes the runtime's own folders.
  report({
    name: 'start to a usable list, 100,000 products',
    value: median(starts.slice(1)),
    yardstick: { name: 'an empty Electron window', value: median(windows.slice(1)) },
    unit: 'ms',
    goal: { ratioAtMost: 1.8 },
  })
  report({
    name: 'start of a window of React and Mantine and of two processes with SQLite that do nothing',
    value: median(floors.slice(1)),
    yardstick: { name: 'an empty Electron window', value: median(windows.slice(1)) },
    unit: 'ms',
  })
})

/** From the process's start until it reports that its window can be used. */
async function startMs(program: string[], userData: string, env: Record<string, string>): Promise<number> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const args = [
    '-r',
    './test/bench/report-start.cjs',
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${userData}`,
  ]
  const start = performance.now()
  const child = spawn(electron, [...args, ...program], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const gone = once(child, 'exit')
  try {
    return await new Promise<number>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line === 'BENCH READY') resolve(performance.now() - start)
      })
      gone.then(() => reject(new Error('Electron ended before its window could be used.')), reject)
    })
  } finally {
    child.kill()
    await gone
  }
}
