import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../setup/paths.mjs'

/** The stand-in Electron is too old for these: its row of fuses ends before them, and the builder refuses to set them. */
export const fusesItLacks = ['grantFileProtocolExtraPrivileges']

/** The builder's settings for the stand-in Electron of this machine, without the fuses that it lacks. */
export function standInConfig({ folder, version }) {
  const settings = readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')
  const own = `electronDist: ${JSON.stringify(folder)}\nelectronVersion: ${JSON.stringify(version)}\n`
  const lacking = new RegExp(`^ *(${fusesItLacks.join('|')}):.*\\n`, 'gm')
  // Beside the folder: everything in it is copied.
  const file = `${folder}.yml`
  writeFileSync(file, own + settings.replace(lacking, ''))
  return file
}
