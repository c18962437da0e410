import { expect, test } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { lstatSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

// What a terminal, an editor or a service does to a command it started. Windows has other signals.
test.skip(process.platform === 'win32', 'signals of a terminal')

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-commands-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))

/** In a process group of its own, as a terminal starts a command. */
function npm(args: string[]): ChildProcess {
  return spawn('npm', args, { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
}

async function untilGone(probe: () => Promise<unknown>): Promise<void> {
  await expect.poll(() => probe().then(Boolean, () => false)).toBe(false)
}

const ends: [how: string, end: (child: ChildProcess) => void][] = [
  ['Ctrl+C', ({ pid = 0 }) => process.kill(-pid, 'SIGINT')],
  ['a closed terminal', ({ pid = 0 }) => process.kill(-pid, 'SIGHUP')],
  ['an end of npm alone', ({ pid = 0 }) => process.kill(pid, 'SIGTERM')],
]

for (const [how, end] of ends) {
  test(`npm run demo-store saves its state and ends with ${how}`, async () => {
    const state = join(folder, 'state.json')
    const child = npm(['run', '--silent', 'demo-store', '--', '--port', '0', '--state', state])
    try {
      const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string]
      const { controlUrl } = JSON.parse(line) as { controlUrl: string }
      const asked = (path: string, body?: unknown) =>
        fetch(controlUrl + path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) })
      const { products } = (await (await asked('/state')).json()) as { products: { id: number }[] }
      await asked(`/products/${products[0]!.id}`, { name: 'Renamed at the last moment' })

      end(child)
      await untilGone(() => asked('/state'))
      await expect.poll(() => readText(state)).toContain('Renamed at the last moment')
    } finally {
      killGroup(child)
    }
  })
}

test('npm start takes the window down with an end of npm alone', async () => {
  test.skip(process.platform !== 'linux', 'the lock of the user data names its process on Linux only')
  const child = npm(['start', '--silent', '--', `--user-data-dir=${folder}`])
  try {
    const isOpen = () => Boolean(lstatSync(join(folder, 'SingletonLock'), { throwIfNoEntry: false }))
    await expect.poll(isOpen).toBe(true)
    process.kill(child.pid!, 'SIGTERM')
    await expect.poll(isOpen).toBe(false)
  } finally {
    killGroup(child)
  }
})

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** What a failed test left running; a group that is gone already is no matter. */
function killGroup({ pid = 0 }: ChildProcess): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {}
}
