import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../setup/paths.mjs'

/** Writes the licences of every package that the bundles in `out` were made of; their source maps tell which. */
export function writeNotices(out) {
  const folders = bundledPackages(out)
  writeFileSync(join(out, 'third-party-licenses.txt'), folders.map(noticeOf).join(`\n\n${'-'.repeat(80)}\n\n`))
}

/** Folders of the packages, each once. */
export function bundledPackages(out) {
  const maps = readdirSync(out, { recursive: true }).filter((name) => name.endsWith('.map'))
  const sources = maps.flatMap((map) => JSON.parse(readFileSync(join(out, map), 'utf8')).sources)
  const inside = /(?:^|[\\/])(node_modules[\\/](?:.*[\\/]node_modules[\\/])?(?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/
  return [...new Set(sources.flatMap((source) => inside.exec(source ?? '')?.[1] ?? []))]
    .sort()
    .map((folder) => join(projectRoot, folder))
}

/** A package without a text of its own says at least by which licence it is given. */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
  const bodies = texts.map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return [`${name} ${version} (${license ?? 'see below'})`, ...bodies].join('\n\n')
}
