import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../setup/paths.mjs'
import { filesBelow, filesInArchive, resourcesOf } from './resources.mjs'

/** Everything that may be in the archive; an entry on none of these lines fails the check. */
const allowed = [
  /^package\.json$/,
  /^assets\/icon\.png$/,
  /^out\/(main|preload)\/[\w./-]+\.js$/,
  /^out\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|svg|png|woff2|wasm))$/,
  /^node_modules\/(keytar|@resvg\/resvg-js[\w-]*|libsql|@libsql\/[\w-]+|@neon-rs\/load|detect-libc)\/([\w./@-]+\.(c?js|json|node|md)|LICENSE[\w.]*)$/,
]

/** The same for what lies beside the archive: macOS has an icon and folders of languages there. */
const allowedBeside = [
  /^app\.asar$/,
  /^licenses\/(Inter|ImageMagick|third-party)\.txt$/,
  ...(process.platform === 'darwin' ? [/^icon\.icns$/, /^[\w-]+\.lproj(\/locale\.pak)?$/] : []),
  // The installer runs it to write where only administrators may.
  ...(process.platform === 'win32' ? [/^elevate\.exe$/] : []),
]
const unpacked = /^app\.asar\.unpacked\//

/** Which of these paths in the archive nobody has allowed. */
export function foreignAmong(paths) {
  return paths.filter((path) => !allowed.some((pattern) => pattern.test(path)))
}

/** Which of these paths in the folder of the archive nobody has allowed. What is unpacked has to be in the archive as well. */
export function foreignBeside(paths, archived) {
  const known = new Set(archived)
  return paths.filter((path) =>
    unpacked.test(path) ? !known.has(path.replace(unpacked, '')) : !allowedBeside.some((pattern) => pattern.test(path)),
  )
}

/** Which of these packages, needed while the program runs, have no file among the paths. */
export function missingAmong(paths, packages) {
  return packages.filter((name) => !paths.some((path) => path.startsWith(`node_modules/${name}/`)))
}

export function foreignEntries(program) {
  const resources = resourcesOf(program)
  if (!resources) return { code: 1, output: 'The archive of the program is missing.' }
  const archived = filesInArchive(join(resources, 'app.asar'))
  if (!archived.includes('out/main/main.js')) return { code: 1, output: 'The program itself is missing.' }
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  const missing = missingAmong(archived, Object.keys(dependencies))
  if (missing.length > 0) return { code: 1, output: `Packages are missing: ${missing.join(', ')}.` }
  const foreign = [...foreignAmong(archived), ...foreignBeside(filesBelow(resources), archived)]
  if (foreign.length === 0) return { code: 0, output: '' }
  return { code: 1, output: `${foreign.length} entries are on no list:\n${foreign.slice(0, 50).join('\n')}` }
}
