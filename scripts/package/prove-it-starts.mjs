import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronArguments } from '../desktop/electron-arguments.mjs'
import { openDesktop } from '../desktop/virtual-desktop.mjs'

const patienceMs = 60_000

/** The executable that electron-builder left in dist/. */
export function builtProgram(output) {
  const [folder] = readdirSync(output).filter((name) => /-unpacked$|^mac/.test(name))
  const candidates = ['stockroom', 'Stockroom.exe', 'Stockroom.app/Contents/MacOS/Stockroom']
  return candidates.map((name) => join(output, folder, name)).find((path) => existsSync(path))
}

/** Starts the packaged program on empty user data, waits until its window is loaded, and tries the debugging switches. */
export async function proveItStarts(program) {
  const desktop = await openDesktop({ isolated: true })
  try {
    const plain = await startOnce(program, desktop, [])
    if (!plain.loaded) return { code: 1, output: `No window was loaded.\n${plain.output}` }
    for (const door of ['--remote-debugging-port=0', '--remote-debugging-pipe']) {
      const { loaded } = await startOnce(program, desktop, [door])
      if (loaded) return { code: 1, output: `It starts with ${door}.` }
    }
    const inspected = await startOnce(program, desktop, ['--inspect=0'], { NODE_OPTIONS: '--inspect=0' })
    if (!inspected.loaded || /Debugger listening/.test(inspected.output)) {
      return { code: 1, output: `It can be inspected.\n${inspected.output}` }
    }
    const asNode = await startOnce(program, desktop, ['-p', '6*7'], { ELECTRON_RUN_AS_NODE: '1' })
    return asNode.loaded ? { code: 0, output: '' } : { code: 1, output: `It runs as Node.\n${asNode.output}` }
  } finally {
    desktop.stop()
  }
}

/** Whether the program wrote that its window is loaded before it ended or the time was up. */
async function startOnce(program, desktop, more, env = {}) {
  const userData = mkdtempSync(join(tmpdir(), 'stockroom-package-'))
  const log = join(userData, 'logs', 'stockroom.log')
  const child = spawn(program, electronArguments(`--user-data-dir=${userData}`, ...more), {
    env: { ...process.env, ...desktop.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let failed = false
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  child.once('error', (error) => {
    failed = true
    output += error.message
  })
  const deadline = Date.now() + patienceMs
  const isLoaded = () => existsSync(log) && readFileSync(log, 'utf8').includes('The window is loaded.')
  try {
    while (Date.now() < deadline && !failed && child.exitCode === null && child.signalCode === null && !isLoaded()) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return { loaded: isLoaded(), output }
  } finally {
    if (!failed) await ended(child)
    rmSync(userData, { recursive: true, force: true, maxRetries: 10 })
  }
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGKILL')
  })
}
