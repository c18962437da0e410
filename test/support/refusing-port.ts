import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'

/**
 * A port at which connecting is refused for as long as it is kept. It is the near end of a connection that stays open, so that the
 * system gives it to nobody else, and nobody listens at it.
 */
export async function keepRefusingPort(): Promise<{ port: number; release: () => void }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const accepted = once(server, 'connection')
  const kept = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.1' })
  await Promise.all([once(kept, 'connect'), accepted])
  kept.unref()
  server.close()
  server.unref()
  return { port: kept.localPort!, release: () => void kept.destroy() }
}
