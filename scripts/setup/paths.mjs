import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
export const modules = join(projectRoot, 'node_modules')

/** What the set-up found out about this checkout. Goes away with node_modules, as it should. */
export const stateFolder = join(modules, '.cache', 'stockroom')

/** What checkouts of this account share: large downloads. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'stockroom')

/** A script of an installed package: started with our own Node it needs no shell and no .cmd on Windows. */
export function tool(script) {
  return join(modules, ...script.split('/'))
}

export function reportFile(name) {
  return join(stateFolder, name)
}
