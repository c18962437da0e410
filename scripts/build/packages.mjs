import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules, projectRoot } from '../setup/paths.mjs'

/** Folders of the packages that the bundles in `out` were made of, each once; their source maps tell which. */
export function bundledPackages(out) {
  const maps = readdirSync(out, { recursive: true }).filter((name) => name.endsWith('.map'))
  const sources = maps.flatMap((map) => JSON.parse(readFileSync(join(out, map), 'utf8')).sources)
  const inside = /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//
  const paths = sources.map((source) => source?.replaceAll('\\', '/') ?? '')
  return [...new Set(paths.flatMap((path) => inside.exec(path)?.[1] ?? []))]
    .sort()
    .map((folder) => join(projectRoot, folder))
}

/** Folders of the packages that stay outside of the bundles, and of all that they need; of native parts, those installed here. */
export function outsidePackages() {
  const folders = new Set()
  function visit(name) {
    const folder = join(modules, name)
    if (folders.has(folder) || !existsSync(folder)) return
    folders.add(folder)
    needsOf(folder).forEach(visit)
  }
  needsOf(projectRoot).forEach(visit)
  return [...folders].sort()
}

export function readPackage(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function needsOf(folder) {
  const { dependencies, optionalDependencies } = readPackage(folder)
  return Object.keys({ ...dependencies, ...optionalDependencies })
}
