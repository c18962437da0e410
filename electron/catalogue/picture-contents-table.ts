import { withoutHost } from '../shared/picture-key'
import type { Db } from './database'

/** What pictures of products are, as far as their bytes were read: by that a file is known to be one of them. */
export function createPictureContents(db: Db) {
  const put = db.prepare('INSERT OR REPLACE INTO picture_contents (product_id, name, hash, bytes) VALUES (?, ?, ?, ?)')
  const names = db.prepare('SELECT name FROM picture_contents WHERE product_id = ? AND hash = ?')
  const ofProduct = db.prepare('SELECT name, hash FROM picture_contents WHERE product_id = ?')
  return {
    /** `name`: the key of the picture. */
    note: (productId: number, name: string, { hash, bytes }: { hash: string; bytes: number }): void =>
      void put.run(productId, withoutHost(name), hash, bytes),
    /** What pictures of a product with this content are called, or were. */
    namesOf: (productId: number, hash: string): string[] =>
      names.all<{ name: string }>(productId, hash).map(({ name }) => name),
    ofProduct: (productId: number) => ofProduct.all<{ name: string; hash: string }>(productId),
  }
}
