import type { ReaderHostSide, ReaderSide } from '../shared/engine-contract'
import { errorText } from '../wire/error-text'
import { createWire } from '../wire/wire'
import { parentPort } from './parent-port'
import { createReader } from './reader'

process.umask(0o077)
const host = createWire<ReaderSide, ReaderHostSide>(parentPort(), createReader)
const logError = (context: string, error: unknown) =>
  host.tell('log', { level: 'error', text: `${context} in the reader\n${errorText(error)}` })
process.on('uncaughtException', (error) => logError('uncaught', error))
process.on('unhandledRejection', (error) => logError('unhandled', error))
