import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, tool } from '../setup/paths.mjs'
import { run } from '../setup/run.mjs'
import { writeNotices } from './notices.mjs'
import { say } from '../setup/say.mjs'
import { sourceHash } from './source-hash.mjs'

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
  // Taken before the build: a file saved while it runs differs from this and builds again next time.
  const hash = sourceHash(projectRoot, sources)
  if (!force && hash === builtFrom()) return { code: 0, output: '' }
  onStart?.()
  const next = join(projectRoot, `out-next-${process.pid}`)
  try {
    const { code, output } = await run(process.execPath, [tool('electron-vite/bin/electron-vite.js'), 'build'], {
      cwd: projectRoot,
      env: { ...process.env, STOCKROOM_OUT: next },
    })
    if (code === 0) {
      writeNotices(next)
      putInPlace(next, hash)
    }
    return { code, output }
  } finally {
    rmSync(next, { recursive: true, force: true })
  }
}

/** A program that runs from out/ meanwhile never sees half a build. */
function putInPlace(next, hash) {
  const old = join(projectRoot, `out-old-${process.pid}`)
  writeFileSync(join(next, '.built'), hash)
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

/** For commands that write into out/ themselves: the next build is made in any case. */
export function forgetBuild() {
  rmSync(stamp, { force: true })
}

/** The hash of the sources that out/ was built from. */
function builtFrom() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
}
