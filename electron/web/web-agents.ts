import { Agent as PlainAgent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import * as tls from 'node:tls'

/** Runtimes since Node 22 can tell what the system trusts, as the store's requests do anyway. */
const withSystem = tls as typeof tls & { getCACertificates?: (of: 'system') => string[] }

/** Connections are kept for the next small picture: each went to an address that was checked, for one host and port. */
export function createWebAgents() {
  const kept = { keepAlive: true, maxSockets: 6, maxFreeSockets: 6, timeout: 30_000 }
  const system = withSystem.getCACertificates?.('system') ?? []
  const ca = system.length > 0 ? { ca: [...tls.rootCertificates, ...system] } : {}
  return { plain: new PlainAgent(kept), secure: new SecureAgent({ ...kept, ...ca }) }
}
