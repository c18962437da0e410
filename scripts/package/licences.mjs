import { extractFile } from '@electron/asar'
import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { withoutNotice } from '../build/notices.mjs'
import { bundledPackages, readPackage } from '../build/packages.mjs'
import { projectRoot } from '../setup/paths.mjs'
import { filesInArchive, resourcesOf } from './resources.mjs'

/** Whether the licence of every package in the program travels along: of those in the bundles, and of those in the archive. */
export function proveItsLicences(program) {
  const folder = join(resourcesOf(program), 'licenses')
  const missing = ['Inter.txt', 'ImageMagick.txt', 'third-party.txt'].filter((name) => !textOf(join(folder, name)))
  if (missing.length > 0) return { code: 1, output: `Licences are missing: ${missing.join(', ')}.` }
  const bundled = bundledPackages(join(projectRoot, 'out')).map(readPackage)
  const archived = packagesIn(join(resourcesOf(program), 'app.asar'))
  if (bundled.length === 0 || archived.length === 0) return { code: 1, output: 'No packages are in the program.' }
  const without = withoutNotice(textOf(join(folder, 'third-party.txt')), [...bundled, ...archived])
  if (without.length === 0) return { code: 0, output: '' }
  return { code: 1, output: `Packages are in the program without their licences: ${without.join(', ')}.` }
}

function packagesIn(archive) {
  const described = /^node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/
  return filesInArchive(archive)
    .filter((path) => described.test(path))
    .map((path) => JSON.parse(extractFile(archive, path.split('/').join(sep)).toString('utf8')))
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}
