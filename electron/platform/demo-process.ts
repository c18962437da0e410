import { utilityProcess, type UtilityProcess } from 'electron'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../shared/errors'

const announcementSchema = z.object({ baseUrl: z.url(), storeId: z.number(), secretToken: z.string() })
export type DemoAddress = { origin: string; storeId: number; key: string }

type Parts = {
  script: string
  folder: string
  /** Called when `origin` is another one. */
  onOrigin: () => void
}

/** The built-in demo store as a process of its own, started on first use. Its catalogue is kept in `folder`. */
export function createDemoProcess({ script, folder, onOrigin }: Parts) {
  let child: UtilityProcess | null = null
  let origin: string | null = null
  let starting: Promise<DemoAddress> | null = null

  async function start(): Promise<DemoAddress> {
    await mkdir(folder, { recursive: true })
    const portFile = join(folder, 'port')
    const lastPort = await readFile(portFile, 'utf8').catch(() => '0')
    // The same port as last time, so that the addresses of pictures seen before still hold.
    const address = await launch(lastPort).catch(() => launch('0'))
    await writeFile(portFile, new URL(address.origin).port)
    return address
  }

  function launch(port: string): Promise<DemoAddress> {
    return new Promise((resolve, reject) => {
      const process = utilityProcess.fork(script, ['--port', port, '--state', join(folder, 'state.json')], {
        serviceName: 'Stockroom demo store',
        stdio: 'ignore',
      })
      process.once('message', (message: unknown) => {
        const { baseUrl, storeId, secretToken } = announcementSchema.parse(message)
        child = process
        origin = new URL(baseUrl).origin
        onOrigin()
        resolve({ origin, storeId, key: secretToken })
      })
      process.once('exit', () => {
        if (child === process) {
          child = null
          starting = null
          origin = null
          onOrigin()
        }
        reject(new AppError('internal', 'The demo store could not be started. Nothing was changed.'))
      })
    })
  }

  return {
    /** Where the demo store answers; starts it if it does not run. */
    address(): Promise<DemoAddress> {
      starting ??= start().catch((error: unknown) => {
        starting = null
        throw error
      })
      return starting
    },
    /** The same while it runs, without starting it; null when it does not. */
    origin: (): string | null => origin,
    /** Resolves when it has written what it keeps and is gone. */
    async stop(): Promise<void> {
      if (!child) return
      const gone = once(child, 'exit')
      child.kill()
      await gone
    },
  }
}
