import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The fallback Electron carries a loader for project folders; a packaged program must not. Copies it without. */
export function withoutLoader(dist) {
  const folder = mkdtempSync(join(dirname(dist), 'packaging-'))
  cpSync(dist, folder, { recursive: true })
  rmSync(join(folder, 'resources', 'app'), { recursive: true, force: true })
  return {
    folder,
    version: basename(dist).replace('electron-', ''),
    remove: () => [folder, `${folder}.yml`].forEach((path) => rmSync(path, { recursive: true, force: true })),
  }
}
