import { listPackage } from '@electron/asar'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder in which a packaged program has everything of its own. */
export function resourcesOf(program) {
  return [join(dirname(program), 'resources'), join(dirname(program), '..', 'Resources')].find((folder) =>
    existsSync(join(folder, 'app.asar')),
  )
}

/** Every file in the archive, as paths with `/`. */
export function filesInArchive(archive) {
  return filesAmong(listPackage(archive).map((path) => path.replaceAll('\\', '/').replace(/^\//, '')))
}

/** Every file below a folder, as paths with `/`. */
export function filesBelow(folder) {
  return filesAmong(readdirSync(folder, { recursive: true }).map((path) => path.replaceAll('\\', '/')))
}

/** Without the folders that lead to others; an empty one is shown. */
function filesAmong(paths) {
  const folders = new Set(paths.flatMap(foldersOf))
  return paths.filter((path) => !folders.has(path))
}

function foldersOf(path) {
  const parts = path.split('/')
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
}
