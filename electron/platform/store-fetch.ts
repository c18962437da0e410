import { app, net, session } from 'electron'
import { sendUpload, type Upload } from './send-upload'

type Fetch = (url: string, init: RequestInit & { upload?: Upload }) => Promise<Response>

/**
 * Chromium sends a request a second time, by itself, when a connection that served one before breaks off without an
 * answer, a POST too: a product or picture whose answer was lost would be made twice. So every write gets a
 * connection of its own. HTTP/2 and QUIC, which put many requests on one, are switched off; must be called before
 * the app is ready.
 */
export function sendEveryWriteOnce(): void {
  app.commandLine.appendSwitch('disable-http2')
  app.commandLine.appendSwitch('disable-quic')
}

/** Chromium's network stack, with the proxies and certificates of the system. */
export const storeFetch: Fetch = (url, { upload, ...init }) => {
  if (isRead(init)) return net.fetch(url, init)
  const write = { ...init, headers: onOwnConnection(init.headers) }
  return upload ? sendUpload(writing(), url, write, upload) : writing().fetch(url, write)
}

/** In memory, apart from the window's session: a read's open connection must never be at hand for a write. */
const writing = () => session.fromPartition('store-writes', { cache: false })

const isRead = ({ method = 'GET' }: RequestInit) => method === 'GET' || method === 'HEAD'

function onOwnConnection(headers: RequestInit['headers']): Record<string, string> {
  return { ...Object.fromEntries(new Headers(headers)), Connection: 'close' }
}
