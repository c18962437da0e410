import { utilityProcess } from 'electron'
import type { Port } from '../wire/wire'

export type EngineProcess = {
  port: Port
  /** Once; the code it ended with. */
  onExit: (heard: (code: number) => void) => void
  kill: () => void
}

/** Starts the engine. A crash of its native parts, or an end of its memory, ends it alone. */
export function startEngineProcess({ script, userData }: { script: string; userData: string }): EngineProcess {
  const child = utilityProcess.fork(script, [userData], { serviceName: 'Stockroom engine' })
  return {
    port: {
      post: (message) => child.postMessage(message),
      listen: (hear) => void child.on('message', hear),
    },
    onExit: (heard) => void child.once('exit', heard),
    kill: () => void child.kill(),
  }
}
