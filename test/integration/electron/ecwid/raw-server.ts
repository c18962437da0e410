import { createServer, type Socket } from 'node:net'

export type RawServer = {
  origin: string
  /** Everything received, one entry per connection. */
  received: string[]
  close: () => Promise<void>
}

/** A server that does to the bare connection what a test wants, once a request has begun to arrive. */
export async function startRawServer(onData: (socket: Socket, soFar: string) => void): Promise<RawServer> {
  const received: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    const index = received.push('') - 1
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (data) => {
      received[index] += data.toString('latin1')
      onData(socket, received[index] ?? '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A complete answer with the right length. */
export function answer(status: string, body: string, headers: Record<string, string> = {}): string {
  const all = {
    'Content-Type': 'application/json',
    Date: 'Mon, 05 Jan 2026 10:00:00 GMT',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status}`, ...lines, '', body].join('\r\n')
}
