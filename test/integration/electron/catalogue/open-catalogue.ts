import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCatalogue, type Catalogue } from '../../../../electron/catalogue/catalogue'
import { remoteProductSchema } from '../../../../electron/shared/remote-product'

/** A database file in a folder that goes with the test. */
export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-catalogue-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'catalogue.db')
}

/** A catalogue that is closed with the test. */
export function openTemporary(file = temporaryFile()): Catalogue {
  const catalogue = openCatalogue(file)
  onTestFinished(() => {
    catalogue.close()
  })
  return catalogue
}

/** Stores a product as the store sends it and shows it; the local id. */
export function put(catalogue: Catalogue, raw: { id: number } & Record<string, unknown>): number {
  const id = catalogue.products.putRemote(raw)
  catalogue.products.index(id, remoteProductSchema.parse(raw), { state: 'synced', hidden: false })
  return id
}
