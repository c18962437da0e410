import type { CustomScheme, Protocol } from 'electron'
import type { ShownPicture } from '../shared/engine-contract'
import { toErrorInfo } from '../shared/errors'

/** Register with `protocol.registerSchemesAsPrivileged` before the app is ready. */
export const pictureScheme: CustomScheme = {
  scheme: 'picture',
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
}

type Parts = {
  protocol: Protocol
  /** A picture staged for this connection. Throws AppError. */
  staged: (connectionId: string, hash: string) => Promise<ShownPicture>
  /** A file of a picture job, as it is on this disk. Throws AppError. */
  jobFile: (connectionId: string, jobId: number, fileId: number) => Promise<ShownPicture>
  /** A picture of the web, from the disk where it was seen before. Throws AppError. */
  remote: (connectionId: string, url: string) => Promise<ShownPicture>
  /** The same from the disk alone. Throws AppError 'not-found'. */
  kept: (connectionId: string, url: string) => Promise<ShownPicture>
  isKnownConnection: (connectionId: string) => boolean
}

/** Answers `picture://<connectionId>/?source=...` or `?kept=...` (shared/picture-src.ts): the only way a picture gets into the window. */
export function servePictures({ protocol, staged, jobFile, remote, kept, isKnownConnection }: Parts): void {
  protocol.handle(pictureScheme.scheme, async (request) => {
    try {
      const url = new URL(request.url)
      const copy = url.searchParams.get('kept') ?? ''
      const source = url.searchParams.get('source') ?? ''
      if (request.method !== 'GET' || !isKnownConnection(url.host)) return nothingHere()
      const hash = /^staged:([0-9a-f]{64})$/.exec(source)?.[1]
      if (hash) return answer(await staged(url.host, hash))
      const [, jobId, fileId] = /^job:(\d+):(\d+)$/.exec(source) ?? []
      if (jobId && fileId) return answer(await jobFile(url.host, Number(jobId), Number(fileId)))
      if (isWebAddress.test(source)) return answer(await remote(url.host, source))
      if (isWebAddress.test(copy)) return answer(await kept(url.host, copy))
      return nothingHere()
    } catch (error) {
      // 'cancelled' and 'offline' pass: the page asks again when the picture is shown again.
      return nothingHere(toErrorInfo(error).code === 'not-found' ? 404 : 503)
    }
  })
}

const isWebAddress = /^https?:\/\//i

function answer({ bytes, contentType }: ShownPicture): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': contentType,
      // Every kind of source names one picture for ever.
      'Cache-Control': 'max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      'Access-Control-Allow-Origin': '*',
    },
  })
}

function nothingHere(status = 404): Response {
  return new Response(null, { status, headers: { 'Cache-Control': 'no-store' } })
}
