import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const systemBus = '/run/dbus/system_bus_socket'

/**
 * Lends a display and a Secret Service to commands that need a window, on Linux machines that have none.
 * `isolated` asks for both of our own even where a desktop is there, so that tests stay off the person's screen and
 * out of their keyring. Returns what to add to the environment, whether the display is virtual, and `stop`.
 */
export async function openDesktop({ isolated = false } = {}) {
  if (process.platform !== 'linux') return { env: {}, virtualDisplay: false, stop: () => {} }
  const headless = !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  const running = []
  const env = {}
  const stop = () =>
    running
      .splice(0)
      .reverse()
      .forEach((end) => end())
  try {
    const virtualDisplay = headless || (isolated && available('Xvfb'))
    if (virtualDisplay) Object.assign(env, await startDisplay(running))
    // Without a display nobody can answer a keyring's question for its password, so a private one it is.
    if (headless || (isolated && available('gnome-keyring-daemon')) || !secretServiceAnswers()) {
      Object.assign(env, await startKeyring(running))
    }
    return { env, virtualDisplay, stop }
  } catch (error) {
    stop()
    throw error
  }
}

async function startDisplay(running) {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1680x1050x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true, // Ctrl+C goes to the program first, the display goes last
  })
  running.push(() => server.kill())
  const number = await firstLine(server, server.stdio[3], 'Xvfb')
  return { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' }
}

/** A session bus and an unlocked gnome-keyring whose files live in a temporary folder. */
async function startKeyring(running) {
  const home = mkdtempSync(join(tmpdir(), 'stockroom-keyring-'))
  running.push(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }))
  const control = join(home, 'control')
  mkdirSync(control, { mode: 0o700 })
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: control }
  delete env.DBUS_SESSION_BUS_ADDRESS

  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
    detached: true,
  })
  running.push(() => daemon.kill())
  env.DBUS_SESSION_BUS_ADDRESS = await firstLine(daemon, daemon.stdout, 'dbus-daemon')

  const keyring = spawn(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets', `--control-directory=${control}`],
    { stdio: ['pipe', 'ignore', 'pipe'], env, detached: true },
  )
  running.push(() => keyring.kill())
  const failed = new Promise((_, reject) => {
    keyring.once('error', () => reject(new Error('gnome-keyring-daemon could not be started.')))
    keyring.once('exit', () => reject(new Error('gnome-keyring-daemon ended at once.')))
  })
  failed.catch(() => {})
  keyring.stdin.end('stockroom')
  await Promise.race([failed, untilOwned(env)])
  const bus = env.DBUS_SESSION_BUS_ADDRESS
  // Chromium complains aloud about a missing system bus; a bus on which nobody offers anything keeps it quiet.
  return { DBUS_SESSION_BUS_ADDRESS: bus, ...(existsSync(systemBus) ? {} : { DBUS_SYSTEM_BUS_ADDRESS: bus }) }
}

/** The service is there when its name has an owner on the bus. */
async function untilOwned(env) {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    if (busCall('GetNameOwner', ['string:org.freedesktop.secrets'], env).status === 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The keychain service did not answer within ten seconds.')
}

function secretServiceAnswers() {
  const names = ['ListNames', 'ListActivatableNames'].map((method) => busCall(method, [], process.env).stdout ?? '')
  return names.some((list) => list.includes('org.freedesktop.secrets'))
}

function busCall(method, args, env) {
  return spawnSync(
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      `org.freedesktop.DBus.${method}`,
      ...args,
    ],
    { env, encoding: 'utf8', timeout: 5000 },
  )
}

function firstLine(child, stream, name) {
  return new Promise((resolve, reject) => {
    let text = ''
    let errors = ''
    stream.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')).trim())
    })
    child.stderr.on('data', (chunk) => (errors += chunk))
    child.once('error', () => reject(new Error(`${name} is not installed.`)))
    child.once('exit', () => reject(new Error(`${name} ended at once. ${errors.trim()}`)))
  })
}

function available(program) {
  return spawnSync('which', [program], { stdio: 'ignore' }).status === 0
}
