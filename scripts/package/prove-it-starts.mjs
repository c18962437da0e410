import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
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

/** Starts the packaged program on empty user data and waits until its window shows the page called Stockroom. */
export async function proveItStarts(program) {
  const desktop = await openDesktop({ isolated: true })
  const userData = mkdtempSync(join(tmpdir(), 'stockroom-package-'))
  const args = electronArguments('--remote-debugging-port=0', `--user-data-dir=${userData}`)
  const child = spawn(program, args, {
    env: { ...process.env, ...desktop.env, ELECTRON_ENABLE_LOGGING: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const { origin, output } = await debuggingDoor(child)
    const deadline = Date.now() + patienceMs
    while (Date.now() < deadline && child.exitCode === null) {
      const pages = await (await fetch(`${origin}/json/list`)).json()
      if (pages.some((page) => page.type === 'page' && /Stockroom/.test(page.title))) return { code: 0, output: '' }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return { code: 1, output: `No window called Stockroom opened.\n${output()}` }
  } catch (error) {
    return { code: 1, output: error.message }
  } finally {
    await ended(child)
    desktop.stop()
    rmSync(userData, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** Chromium prints the address of its debugging door once it is open. */
function debuggingDoor(child) {
  let text = ''
  return new Promise((resolve, reject) => {
    const take = (chunk) => {
      text += chunk
      const address = /DevTools listening on ws:\/\/([^/]+)\//.exec(text)
      if (address) resolve({ origin: `http://${address[1]}`, output: () => text })
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`It ended at once with ${code}.\n${text}`)))
  })
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGKILL')
  })
}
