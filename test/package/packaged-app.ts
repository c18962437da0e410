import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { inherited, rootNeedsNoSandbox } from '../support/running-app'

/** Starts the packaged program as a desktop does; nothing can be attached to it. `end` resolves when it is gone. */
export function startPackaged(userData: string, env: Record<string, string> = {}): { end: () => Promise<void> } {
  const program = process.env.STOCKROOM_PACKAGED
  if (!program) throw new Error('Say which program is meant: STOCKROOM_PACKAGED.')
  const child = spawn(program, [`--user-data-dir=${userData}`, ...rootNeedsNoSandbox()], {
    env: { ...inherited(), ...env },
    stdio: 'ignore',
  })
  const gone = once(child, 'exit')
  return {
    async end() {
      child.kill()
      const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await gone
      clearTimeout(patience)
    },
  }
}
