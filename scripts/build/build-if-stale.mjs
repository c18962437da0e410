import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, tool } from '../setup/paths.mjs'
import { run } from '../setup/run.mjs'
import { say } from '../setup/say.mjs'

const out = join(projectRoot, 'out')
const stamp = join(out, '.built')
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
  const next = join(projectRoot, `out-next-${process.pid}`)
  try {
    const { code, output } = await run(process.execPath, [tool('electron-vite/bin/electron-vite.js'), 'build'], {
      cwd: projectRoot,
      env: { ...process.env, STOCKROOM_OUT: next },
    })
    if (code === 0) putInPlace(next, started)
    return { code, output }
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
}

/** A program that runs from out/ meanwhile never sees half a build. */
function putInPlace(next, started) {
  const old = join(projectRoot, `out-old-${process.pid}`)
  writeFileSync(join(next, '.built'), '')
  // The time the build began: a file saved while it ran is newer than this and builds again next time.
  utimesSync(join(next, '.built'), started, started)
  if (existsSync(out)) renameSync(out, old)
  renameSync(next, out)
  rmSync(old, { recursive: true, force: true })
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
