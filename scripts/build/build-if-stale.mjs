import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules, projectRoot } from '../setup/paths.mjs'
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

/** Returns the exit code of the build, 0 when there was nothing to do. Speaks on stderr only. */
export async function buildIfStale({ force = false } = {}) {
  const started = new Date()
  if (!force && newest(sources.map((name) => join(projectRoot, name))) <= modified(stamp)) return 0
  say('Building ...')
  const cli = join(modules, 'electron-vite', 'bin', 'electron-vite.js')
  const { code, output } = await run(process.execPath, [cli, 'build'], { cwd: projectRoot })
  if (code !== 0) {
    say(output)
    return code
  }
  mkdirSync(join(projectRoot, 'out'), { recursive: true })
  writeFileSync(stamp, '')
  // A file saved while the build ran is newer than this and builds again next time.
  utimesSync(stamp, started, started)
  return 0
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
