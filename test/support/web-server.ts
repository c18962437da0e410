import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { ownCertificate } from './own-certificate'

export type WebServer = {
  origin: string
  /** Paths asked for, in order. */
  requests: string[]
  /** The most requests that were open at the same time. */
  mostAtOnce: () => number
  stop: () => Promise<void>
}

/** A real web server on loopback; `isSecure`: with a certificate that nobody trusts. */
export async function startWebServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
  { isSecure = false } = {},
): Promise<WebServer> {
  const requests: string[] = []
  let open = 0
  let most = 0
  const take = (request: IncomingMessage, response: ServerResponse) => {
    requests.push(request.url ?? '')
    most = Math.max(most, ++open)
    response.on('close', () => open--)
    void answer(request, response)
  }
  const server = isSecure ? createSecureServer(ownCertificate, take) : createServer(take)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `${isSecure ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    mostAtOnce: () => most,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
