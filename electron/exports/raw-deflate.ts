import { Duplex } from 'node:stream'
import { createDeflateRaw } from 'node:zlib'

/** Workbooks are packed by the web's own streams. Older runtimes, such as Electron 25, have those without the way that archives ask for. */
export function assureRawDeflate(): void {
  try {
    new CompressionStream('deflate-raw')
  } catch {
    globalThis.CompressionStream = RawDeflate as unknown as typeof CompressionStream
  }
}

class RawDeflate {
  constructor() {
    return Duplex.toWeb(createDeflateRaw())
  }
}
