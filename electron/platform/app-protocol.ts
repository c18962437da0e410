import type { CustomScheme, Protocol } from 'electron'
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

/** Serves the built window from its folder, and nothing outside it. A file:// page could read the whole disk. */
export function serveApp(protocol: Protocol, folder: string): void {
  protocol.handle(appScheme.scheme, async (request) => {
    const { host, pathname } = new URL(request.url)
    const file = normalize(join(folder, decodeURIComponent(pathname)))
    if (host !== 'stockroom' || !file.startsWith(folder + sep)) return new Response(null, { status: 404 })
    try {
      const contentType = contentTypes[extname(file)] ?? 'application/octet-stream'
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'Content-Type': contentType,
          'Content-Security-Policy': contentPolicyOf(contentType),
          'X-Content-Type-Options': 'nosniff',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
