import { once } from 'node:events'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file of an archive. `isPacked`: it is packed already, as pictures are. */
export type ZippedFile = { name: string; isPacked?: boolean; pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

/** An archive of these files, each asked for once the one before is in it: nothing but its directory is in memory as a whole. */
export async function* zipped(files: AsyncIterable<ZippedFile>, at: Date): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  const fail = (error: unknown) => void out.destroy(error instanceof Error ? error : new Error(String(error)))
  zip.on('error', fail)
  void fill(zip, out, files, at).catch(fail)
  yield* out as AsyncIterable<Uint8Array>
}

async function fill(zip: ZipFile, out: Readable, files: AsyncIterable<ZippedFile>, at: Date): Promise<void> {
  for await (const { name, isPacked = false, pieces } of files) {
    const content = Readable.from(pieces, { objectMode: false })
    // Whoever reads the archive may stop in the middle of it.
    const letGo = () => void content.destroy()
    out.once('close', letGo)
    zip.addReadStream(content, name, { compress: !isPacked, mtime: at })
    await once(content, 'close')
    out.off('close', letGo)
    if (out.destroyed) return
  }
  zip.end()
}
