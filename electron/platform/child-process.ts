import { utilityProcess } from 'electron'
import type { Port } from '../wire/wire'

type ChildProcess = {
  port: Port
  /** Once; the code it ended with. */
  onExit: (heard: (code: number) => void) => void
  kill: () => void
}

/** Starts a part of the program as a process of its own: a crash of something native, or an end of its memory, ends it alone. */
export function startChildProcess(name: string, script: string, args: string[]): ChildProcess {
  const child = utilityProcess.fork(script, args, { serviceName: name })
  return {
    port: {
      post: (message) => child.postMessage(message),
      listen: (hear) => void child.on('message', hear),
    },
    onExit: (heard) => void child.once('exit', heard),
    kill: () => void child.kill(),
  }
}
