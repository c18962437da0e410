import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../setup/paths.mjs'

/** The builder's settings for the stand-in Electron of this machine, which is older than the fuse for file://. */
export function standInConfig({ folder, version }) {
  const settings = readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')
  const own = `electronDist: ${JSON.stringify(folder)}\nelectronVersion: ${JSON.stringify(version)}\n`
  // Beside the folder: everything in it is copied.
  const file = `${folder}.yml`
  writeFileSync(file, own + settings.replace(/^ *grantFileProtocolExtraPrivileges:.*\n/m, ''))
  return file
}
