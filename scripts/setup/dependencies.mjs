import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireSpace } from './disk-space.mjs'
import { modules, projectRoot, stateFolder } from './paths.mjs'
import { npm } from './run.mjs'
import { explainFailure, isNetworkFailure, say, showProgress } from './say.mjs'

const failure = 'The dependencies could not be installed'
const neededBytes = 600e6
const stamp = join(stateFolder, 'dependencies.txt')

/** Runs `npm ci` unless node_modules already is what the lock file says. */
export async function installDependencies({ fresh }) {
  const lockText = readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lockText).update(process.platform).update(process.arch).digest('hex')
  if (!fresh && read(stamp) === hash && existsSync(join(modules, 'electron', 'package.json'))) return

  const wanted = JSON.parse(lockText).packages
  if (!matchesInstalled(wanted)) await install(countForHere(wanted))
  mkdirSync(stateFolder, { recursive: true })
  writeFileSync(stamp, hash)
}

async function install(count) {
  requireSpace(projectRoot, neededBytes, 'The dependencies')
  await refuseWithoutNetwork()
  // No install script is needed: the native parts carry their binaries, and Electron comes in a later step.
  const stop = showProgress(
    'Installing the dependencies',
    (seconds) => `${Math.min(installedCount(), count)} of ${count} packages, ${seconds} s`,
  )
  const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: projectRoot })
  stop()
  // npm counts files that did not fit on the disk as mere warnings.
  if (code !== 0 || output.includes('ENOSPC')) throw explainFailure(failure, output)
  say('The dependencies are installed.')
}

/** npm itself would try again for many minutes before it says so. */
async function refuseWithoutNetwork() {
  const { code, output } = await npm(['ping', '--fetch-retries=1', '--fetch-timeout=15000'], { cwd: projectRoot })
  if (code !== 0 && isNetworkFailure(output)) throw explainFailure(failure, output)
}

/** npm leaves a record of what it installed; a package left out for another platform is not missing. */
function matchesInstalled(wanted) {
  const record = read(join(modules, '.package-lock.json'))
  if (!record) return false
  const installed = JSON.parse(record).packages
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  )
}

function countForHere(wanted) {
  const fits = ({ os, cpu }) => (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch))
  return Object.entries(wanted).filter(([path, entry]) => path.lastIndexOf('node_modules/') === 0 && fits(entry)).length
}

function installedCount() {
  if (!existsSync(modules)) return 0
  return readdirSync(modules)
    .map((name) => (name.startsWith('@') ? readdirSync(join(modules, name)).length : 1))
    .reduce((sum, n) => sum + n, 0)
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
