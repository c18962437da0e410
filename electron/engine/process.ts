import type { EngineSide, HostSide } from '../shared/engine-contract'
import { errorText } from '../wire/error-text'
import { createWire, type Port } from '../wire/wire'
import { createEngine } from './engine'

// The engine as a process of its own. What is written here is its owner's alone: files 0600, folders 0700.
process.umask(0o077)

/** Electron's own addition to a utility process; its types come with Electron, which the engine does without. */
type ParentPort = {
  postMessage: (message: unknown) => void
  on: (name: 'message', hear: (event: { data: unknown }) => void) => void
}
const { parentPort } = process as unknown as { parentPort: ParentPort }
const port: Port = {
  post: (message) => parentPort.postMessage(message),
  listen: (hear) => parentPort.on('message', ({ data }) => hear(data)),
}

const userData = process.argv[2]
if (userData === undefined) throw new Error('The engine was not told where its data is.')
const host = createWire<EngineSide, HostSide>(port, (there) => createEngine(there, { userData }))
const logError = (context: string, error: unknown) =>
  host.tell('log', { level: 'error', text: `${context} in the engine\n${errorText(error)}` })
process.on('uncaughtException', (error) => logError('uncaught', error))
process.on('unhandledRejection', (error) => logError('unhandled', error))
