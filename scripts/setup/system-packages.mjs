import { existsSync, readFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { run } from './run.mjs'
import { SetupError, explainFailure, say } from './say.mjs'

// Names differ between releases of Debian and Ubuntu: the first one that the system knows is taken.
const window = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libdrm2'],
  ['libsecret-1-0'],
]
const virtualDesktop = [['xvfb'], ['xauth'], ['dbus'], ['gnome-keyring']]

/** On Debian and Ubuntu: installs the libraries a window needs and, where there is no display, a virtual desktop. */
export async function installSystemPackages() {
  if (process.platform !== 'linux' || !existsSync('/var/lib/dpkg/info')) return
  const headless = !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  const missing = [...window, ...(headless ? virtualDesktop : [])].filter((names) => !names.some(installed))
  if (missing.length === 0) return

  const names = await Promise.all(missing.map(nameHere))
  if (process.getuid() !== 0) {
    throw new SetupError(
      `Some system packages are missing. Install them, then try again:\n  sudo apt-get install -y ${names.join(' ')}`,
    )
  }
  say(`Installing system packages: ${names.join(' ')}`)
  await aptGet(['update', '-qq'], 'The list of system packages could not be fetched')
  const chosen = await Promise.all(missing.map(nameHere))
  await aptGet(
    ['install', '-y', '-q', '--no-install-recommends', ...chosen],
    'The system packages could not be installed',
  )
}

/** Reads dpkg's own records: asking dpkg would cost a process for each. */
function installed(name) {
  return (
    ['', ':amd64', ':arm64'].some((suffix) => existsSync(`/var/lib/dpkg/info/${name}${suffix}.list`)) && !removed(name)
  )
}

/** A package that was removed but not purged leaves its list behind, with nothing but configuration in it. */
function removed(name) {
  const list = ['', ':amd64', ':arm64']
    .map((s) => `/var/lib/dpkg/info/${name}${s}.list`)
    .find((file) => existsSync(file))
  return !readFileSync(list, 'utf8').includes('/usr/')
}

async function nameHere(names) {
  for (const name of names) {
    const { stdout } = await run('apt-cache', ['policy', name])
    if (/Candidate: (?!\(none\))/.test(stdout)) return name
  }
  return names[0]
}

async function aptGet(args, failure) {
  const child = spawn('apt-get', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
      for (const line of String(chunk).split('\n'))
        if (/^(Get|Fetched|Setting up)/.test(line)) process.stderr.write(`  ${line}\n`)
    })
  }
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw explainFailure(failure, output)
}
