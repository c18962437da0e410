import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, tool } from '../setup/paths.mjs'
import { run } from '../setup/run.mjs'
import { say } from '../setup/say.mjs'

const stamp = join(projectRoot, 'out', '.built')
const sources = [
  'electron',
  'renderer',
  'assets',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** Resolves to the exit code of the build, 0 when there was nothing to do, and what it printed. */
export async function buildIfStale({ force = false, onStart } = {}) {
  const started = new Date()
  if (!force && newest(sources.map((name) => join(projectRoot, name))) <= modified(stamp))
    return { code: 0, output: '' }
  onStart?.()
  const { code, output } = await run(process.execPath, [tool('electron-vite/bin/electron-vite.js'), 'build'], {
    cwd: projectRoot,
  })
  if (code !== 0) return { code, output }
  mkdirSync(join(projectRoot, 'out'), { recursive: true })
  writeFileSync(stamp, '')
  // A file saved while the build ran is newer than this and builds again next time.
  utimesSync(stamp, started, started)
  return { code, output }
}

/** The same for commands that go on after it: says on stderr what it does, and ends the process when it fails. */
export async function buildOrExit(options) {
  const { code, output } = await buildIfStale({ ...options, onStart: () => say('Building ...') })
  if (code === 0) return
  say(output)
  process.exit(code)
}

function newest(paths) {
  return Math.max(
    0,
    ...paths.map((path) => (isFolder(path) ? newest(readdirSync(path).map((n) => join(path, n))) : 0)),
    ...paths.map(modified),
  )
}

function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
