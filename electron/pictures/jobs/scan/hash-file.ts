import { createHash } from 'node:crypto'
import { filePieces } from '../../open-file'

/** SHA-256 of a file's content, in hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of filePieces(path, 512 * 1024)) hash.update(piece)
  return hash.digest('hex')
}
