import { promisify } from 'node:util'
import { buffer } from 'node:stream/consumers'
import { open, type Entry, type ZipFile } from 'yauzl'

/** What is in an archive, by name, in its order. */
export async function unzipped(path: string): Promise<Map<string, Buffer>> {
  const zip = await promisify<string, { lazyEntries: true }, ZipFile>(open)(path, { lazyEntries: true })
  const files = new Map<string, Buffer>()
  await new Promise<void>((resolve, reject) => {
    zip.once('end', resolve).once('error', reject)
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        buffer(stream).then((bytes) => {
          files.set(entry.fileName, bytes)
          zip.readEntry()
        }, reject)
      })
    })
    zip.readEntry()
  })
  return files
}
