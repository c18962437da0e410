import type { Port } from '../wire/wire'

/** Electron's own addition to a utility process; its types come with Electron, which the engine does without. */
type ParentPort = {
  postMessage: (message: unknown) => void
  on: (name: 'message', hear: (event: { data: unknown }) => void) => void
}

/** The way to main, from a process that main started. */
export function parentPort(): Port {
  const { parentPort: port } = process as unknown as { parentPort: ParentPort }
  return {
    post: (message) => port.postMessage(message),
    listen: (hear) => port.on('message', ({ data }) => hear(data)),
  }
}
