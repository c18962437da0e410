import { randomToken } from './auth'
import { CommandLineError, readCommandLine } from './cli-options'
import { startDemoStore, type DemoStore } from './demo-store'

/** Present when this runs as a utility process of the app. */
type ParentPort = { postMessage: (message: unknown) => void }

function parentPort(): ParentPort | undefined {
  return (process as unknown as { parentPort?: ParentPort }).parentPort
}

/** Prints (and posts to the app, if it was started by one) exactly one line of JSON when the store is ready. */
async function main(): Promise<void> {
  process.umask(0o077)
  const port = parentPort()
  // The app is told the key at each start, so its store has a new one each time, which no other program can know.
  const keys = port ? { secretToken: randomToken('secret'), publicToken: randomToken('public') } : {}
  const store = await startDemoStore({ ...readCommandLine(process.argv.slice(2)), ...keys })
  const { baseUrl, storeId, secretToken, publicToken, controlUrl } = store
  const ready = { baseUrl, storeId, secretToken, publicToken, controlUrl }
  if (port) port.postMessage(ready)
  else process.stdout.write(`${JSON.stringify(ready)}\n`)
  endOnSignals(store)
}

/** Ctrl+C, a request to end, a closed terminal: the state is saved first, also when the signal comes twice. */
function endOnSignals(store: DemoStore): void {
  let isEnding = false
  const end = () => {
    if (isEnding) return
    isEnding = true
    store.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}

function sentenceOf(error: unknown): string {
  if (error instanceof CommandLineError) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'The port is in use by another program. Choose another one with --port, or 0 for any.'
  if (code === 'EACCES') return 'This port or file may not be used by you. Choose another one.'
  return `The demo store cannot start: ${message}`
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exit(1)
})
