import { spawn } from 'node:child_process'
import { chosenElectron } from '../setup/electron-runtime.mjs'
import { projectRoot } from '../setup/paths.mjs'
import { whenNpmEnds } from '../setup/when-npm-ends.mjs'
import { openDesktop } from './virtual-desktop.mjs'

/**
 * Runs a command with a display, a Secret Service and the chosen Electron around it, and resolves to its exit code.
 * Ctrl+C reaches the command first; the desktop is taken down after it.
 */
export async function runOnDesktop(command, args, { isolated = false, env = {}, onStart, ...options } = {}) {
  const desktop = await openDesktop({ isolated })
  try {
    const child = spawn(command, args, {
      cwd: projectRoot,
      stdio: 'inherit',
      env: { ...process.env, ...chosenElectron().env, ...desktop.env, ...env },
      ...options,
    })
    let isTold = false
    const forward = (signal) => {
      if (!isTold) child.kill(signal)
      isTold = true
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
    whenNpmEnds(() => forward('SIGTERM'))
    onStart?.({ child, virtualDisplay: desktop.virtualDisplay })
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
    })
  } finally {
    desktop.stop()
  }
}
