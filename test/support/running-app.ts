import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { once } from 'node:events'

export type RunningApp = {
  electron: ElectronApplication
  page: Page
  /** everything the app has printed so far */
  output: () => string
  /** Asks the app to quit, as a person does. One that does not go within ten seconds is killed. */
  close: () => Promise<void>
  /** The power cut. */
  kill: () => Promise<void>
}

export type LaunchOptions = {
  userData: string
  env: Record<string, string>
  args?: string[]
  /** Another program than this one, for comparison. */
  program?: string
}

/** Starts the built program in the Electron that ELECTRON_OVERRIDE_DIST_PATH names, or else the declared one. */
export async function launchApp({ userData, env, args = [], program = '.' }: LaunchOptions): Promise<RunningApp> {
  const electron = await _electron.launch({
    args: [program, `--user-data-dir=${userData}`, ...rootNeedsNoSandbox(), ...args],
    env: { ...inherited(), ...env },
  })
  let output = ''
  const process = electron.process()
  process.stdout?.on('data', (chunk) => (output += String(chunk)))
  process.stderr?.on('data', (chunk) => (output += String(chunk)))

  const kill = async () => {
    if (process.exitCode !== null || process.signalCode !== null) return
    const gone = once(process, 'exit')
    process.kill('SIGKILL')
    await gone
  }
  const close = async () => {
    const patience = setTimeout(() => void kill(), 10_000)
    await electron.close().catch(() => {})
    clearTimeout(patience)
  }
  try {
    return { electron, page: await electron.firstWindow(), output: () => output, close, kill }
  } catch (error) {
    await kill()
    throw new Error(`The app opened no window. It printed:\n${output}`, { cause: error })
  }
}

export function rootNeedsNoSandbox(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** The test runner's own settings are none of the app's. */
export function inherited(): Record<string, string> {
  const own = /^(NODE_OPTIONS|ELECTRON_RUN_AS_NODE|NODE_ENV|STOCKROOM_.*|TEST_.*|PW.*)$/
  const entries = Object.entries(process.env).filter(([name, value]) => value !== undefined && !own.test(name))
  return Object.fromEntries(entries) as Record<string, string>
}
