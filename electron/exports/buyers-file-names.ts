import { extname } from 'node:path'
import type { RemoteFile } from '../shared/remote-product'
import { nameKey, numbered, safeName } from './safe-name'
import type { Exported } from './picture-names'

/** Of an ending, with its dot; what is longer is a part of the name. */
const longestEnding = 16

/**
 * What files for buyers are called: each product has a folder with its SKU, or else its name, and in it they have the names that buyers see. No
 * two alike, on no disk.
 */
export function createBuyersFileNames() {
  const taken = new Set<string>()

  return ({ id, product }: Exported, files: readonly RemoteFile[]): { folder: string; names: string[] } => {
    const { sku = '', name = '' } = product
    const [plain = `Product ${id}`, ...others] = [sku, name].map(safeName).filter((each) => each !== '')
    const free = [plain, ...others].find((each) => !taken.has(nameKey(each)))
    const folder = free ?? numbered(plain, taken)
    taken.add(nameKey(folder))
    return { folder, names: namesIn(files) }
  }
}

function namesIn(files: readonly RemoteFile[]): string[] {
  const taken = new Set<string>()
  return files.map(({ name = '' }) => {
    const ending = endingOf(name)
    const stem = safeName(name.slice(0, name.length - ending.length)) || 'File'
    const safeEnding = safeName(ending.slice(1))
    const written = numbered(stem, taken, safeEnding && `.${safeEnding}`)
    taken.add(nameKey(written))
    return written
  })
}

function endingOf(name: string): string {
  const ending = extname(name)
  return ending.length > longestEnding ? '' : ending
}
