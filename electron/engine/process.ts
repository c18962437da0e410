import type { EngineSide, HostSide } from '../shared/engine-contract'
import { packed } from '../shared/text-answer'
import { errorText } from '../wire/error-text'
import { createWire } from '../wire/wire'
import { createEngine } from './engine'
import { parentPort } from './parent-port'

// The engine as a process of its own. What is written here is its owner's alone: files 0600, folders 0700.
process.umask(0o077)

const userData = process.argv[2]
if (userData === undefined) throw new Error('The engine was not told where its data is.')
const host = createWire<EngineSide, HostSide>(parentPort(), (there) => createEngine(there, { userData }), packed)
const logError = (context: string, error: unknown) =>
  host.tell('log', { level: 'error', text: `${context} in the engine\n${errorText(error)}` })
process.on('uncaughtException', (error) => logError('uncaught', error))
process.on('unhandledRejection', (error) => logError('unhandled', error))
