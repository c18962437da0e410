import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type DemoStore = {
  baseUrl: string
  storeId: number
  secretToken: string
  publicToken: string
  controlUrl: string
  /** scheme, host and port of baseUrl */
  origin: string
  /** Asks the store's control door; resolves to the parsed answer. */
  control: (method: string, path: string, body?: unknown) => Promise<unknown>
  /** Takes the store off the network. Its port is free then; `start` puts it back there. */
  stop: () => Promise<void>
  start: () => Promise<void>
}

type Announcement = Pick<DemoStore, 'baseUrl' | 'storeId' | 'secretToken' | 'publicToken' | 'controlUrl'>

/** Runs the built demo store as a process of its own, as `npm run demo-store` does. `--port 0` takes a free port. */
export async function startDemoStore(args: string[] = []): Promise<DemoStore> {
  let { child, announcement } = await launch(['--port', '0', ...args])
  const origin = new URL(announcement.baseUrl).origin
  return {
    ...announcement,
    origin,
    control: async (method, path, body) => {
      const url = announcement.controlUrl.replace(/\/$/, '') + path
      const response = await fetch(url, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`)
      return text === '' ? null : (JSON.parse(text) as unknown)
    },
    stop: () => end(child),
    start: async () => {
      const again = await launch([...args, '--port', new URL(origin).port])
      child = again.child
    },
  }
}

async function launch(args: string[]): Promise<{ child: ChildProcess; announcement: Announcement }> {
  const child = spawn(process.execPath, ['out/main/demo-store.js', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const early = once(child, 'exit').then(() => Promise.reject(new Error('The demo store ended before it was ready.')))
  early.catch(() => {}) // it ends after it was ready as well, and nobody waits for that here
  const line = await Promise.race([once(lines, 'line'), early])
  lines.close()
  child.stdout.resume()
  return { child, announcement: JSON.parse(String(line[0])) as Announcement }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
