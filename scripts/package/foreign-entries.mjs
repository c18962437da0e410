import { listPackage } from '@electron/asar'
import { dirname, join } from 'node:path'
import { existsSync, readFileSync } from 'node:fs'
import { projectRoot } from '../setup/paths.mjs'

/** Everything that may be in the package; an entry on none of these lines fails the check. */
const allowed = [
  /^package\.json$/,
  /^assets\/icon\.png$/,
  /^out\/(main|preload)\/[\w./-]+\.js$/,
  /^out\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|svg|png|woff2|wasm))$/,
  /^node_modules\/(keytar|@resvg\/resvg-js[\w-]*|libsql|@libsql\/[\w-]+|@neon-rs\/load|detect-libc)\/([\w./@-]+\.(c?js|json|node|md)|LICENSE[\w.]*)$/,
]

/** Which of these paths nobody has allowed. */
export function foreignAmong(paths) {
  return paths.filter((path) => !allowed.some((pattern) => pattern.test(path)))
}

/** Which of these packages, needed while the program runs, have no file among the paths. */
export function missingAmong(paths, packages) {
  return packages.filter((name) => !paths.some((path) => path.startsWith(`node_modules/${name}/`)))
}

export function foreignEntries(program) {
  const archive = [join(dirname(program), 'resources'), join(dirname(program), '..', 'Resources')]
    .map((folder) => join(folder, 'app.asar'))
    .find((path) => existsSync(path))
  const paths = listPackage(archive).map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
  const files = paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)))
  const foreign = foreignAmong(files)
  if (!files.includes('out/main/main.js')) return { code: 1, output: 'The program itself is missing.' }
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  const missing = missingAmong(files, Object.keys(dependencies))
  if (missing.length > 0) return { code: 1, output: `Packages are missing: ${missing.join(', ')}.` }
  const licences = join(dirname(archive), 'licenses', 'third-party.txt')
  if (!existsSync(licences) || !/^react \d/m.test(readFileSync(licences, 'utf8'))) {
    return { code: 1, output: 'The licences of the packages in the program are missing.' }
  }
  if (foreign.length === 0) return { code: 0, output: '' }
  return { code: 1, output: `${foreign.length} entries are on no list:\n${foreign.slice(0, 50).join('\n')}` }
}
