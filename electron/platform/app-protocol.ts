import type { CustomScheme, Protocol, ProtocolResponse } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { contentPolicyOf } from './content-policy'

/** Register with `protocol.registerSchemesAsPrivileged` before the app is ready. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
}
export const appOrigin = 'app://stockroom'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/**
 * Serves the built window from its folder, and nothing outside it. A file:// page could read the whole disk. Not by
 * `protocol.handle`: its requests and answers are those of `fetch`, whose code takes longer to read than the whole window.
 */
export function serveApp(protocol: Protocol, folder: string): void {
  protocol.registerBufferProtocol(appScheme.scheme, ({ url }, answer) => {
    void answerTo(folder, url).then(answer)
  })
}

async function answerTo(folder: string, url: string): Promise<ProtocolResponse> {
  try {
    const { host, pathname } = new URL(url)
    const file = normalize(join(folder, decodeURIComponent(pathname)))
    if (host !== 'stockroom' || !file.startsWith(folder + sep)) return nothingHere
    const contentType = contentTypes[extname(file)] ?? 'application/octet-stream'
    const headers = {
      'Content-Type': contentType,
      'Content-Security-Policy': contentPolicyOf(contentType),
      'X-Content-Type-Options': 'nosniff',
    }
    return { headers, mimeType: contentType.split(';')[0], data: await readFile(file) }
  } catch {
    return nothingHere
  }
}

const nothingHere: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) }
