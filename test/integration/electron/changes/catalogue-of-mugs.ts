import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCatalogue, type Catalogue } from '../../../../electron/catalogue/catalogue'
import { createChanges } from '../../../../electron/changes/changes'
import { reindexProduct } from '../../../../electron/changes/reindex'
import type { Operation } from '../../../../electron/shared/change'
import type { ChangeRecord } from '../../../../electron/shared/change-record'

export type Mugs = ReturnType<typeof openMugs>

/** A local copy with a few products and a clock at 1,000,000 ms, without a store. `crashed`: what another one has on disk now. */
export function openMugs(crashed?: { file: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-mugs-'))
  const file = join(folder, 'c.sqlite')
  for (const suffix of crashed ? ['', '-wal'] : []) {
    if (crashed && existsSync(crashed.file + suffix)) copyFileSync(crashed.file + suffix, file + suffix)
  }
  const catalogue: Catalogue = openCatalogue(file)
  let hear = () => {}
  const changes = createChanges({
    catalogue,
    now: () => 1_000_000,
    onChanged: () => hear(),
    logError: console.error,
  })

  const put = (ecwidId: number, fields: Record<string, unknown> = {}) =>
    catalogue.transaction(() => {
      const id = catalogue.products.putRemote({
        id: ecwidId,
        name: `Mug ${ecwidId}`,
        sku: `M-${ecwidId}`,
        price: 10,
        quantity: 4,
        unlimited: false,
        updateTimestamp: 100,
        ...fields,
      })
      reindexProduct(catalogue, id)
      return id
    })

  return {
    file,
    catalogue,
    changes,
    put,
    /** Whoever sends what waits looks at the queue whenever it hears of a change. */
    onChanged: (listener: () => void): void => void (hear = listener),
    apply: (...operations: Operation[]) =>
      changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations }),
    openOf: (productId: number) => catalogue.changes.openOf('product', productId),
    /** What the store does with everything that waits for a product. */
    sendAll(productId: number, fields: Record<string, unknown>): void {
      for (const { id } of catalogue.changes.openOf('product', productId)) {
        catalogue.changes.update(id, { state: 'sent', sentAt: 1_000_000 })
      }
      put(catalogue.products.get(productId)?.ecwidId ?? 0, fields)
    },
    conflict(change: ChangeRecord | undefined, theirs: unknown): void {
      catalogue.changes.update(change!.id, {
        state: 'conflict',
        theirs,
        reason: { code: 'conflict', sentence: { says: 'text', text: 'Both.' } },
      })
      reindexProduct(catalogue, change!.productId)
    },
    close(): void {
      catalogue.close()
      rmSync(folder, { recursive: true })
    },
  }
}
