// The map of the program: which folder may import which. docs/architecture.md says why; lint holds it.

import { relative } from 'node:path'
import { searchSelect } from './search-select.mjs'

/** Both sides read it, so it may know neither. */
const shared = ['electron/shared']
const bottom = [...shared, 'electron/disk', 'electron/ecwid', 'electron/catalogue', 'electron/web']
const middle = [
  'connections',
  'changes',
  'snapshots',
  'archives',
  'bulk',
  'exports',
  'imports',
  'sync',
  'pictures',
].map((name) => `electron/${name}`)
const desktop = ['electron', 'keytar', 'electron-store']
/** What the rooms of a picture job stand on: the parts of `pictures/` that know nothing of jobs. */
const pictureParts = [
  ...['file-problem', 'inspect', 'map-limited', 'matching', 'mend-picture'],
  ...['open-file', 'read-source', 'staging', 'walk-folders'],
].map((name) => `electron/pictures/${name}`)
const belowJobs = [...bottom, 'electron/changes', ...pictureParts]
/** What reads a file of a person, whatever is in it. */
const fileParts = ['byte-source', 'disk-path', 'file-problem', 'open-file', 'picture-format'].map(
  (name) => `electron/pictures/${name}`,
)
const jobRoom = (name) => `electron/pictures/jobs/${name}`

/**
 * Folder or file -> the other folders it may import, and the packages that are not for everybody which it may use.
 * The longest match counts. `node` says whether Node's own modules may be used.
 */
const layers = {
  'electron/shared': { folders: [], onlyPackages: ['zod'], node: false },
  'electron/ecwid': { folders: shared, node: true },
  'electron/web': { folders: shared, node: true },
  'electron/disk': { folders: shared, node: true },
  'electron/catalogue': { folders: shared, packages: ['libsql'], node: true },
  'electron/connections': { folders: bottom, node: true },
  'electron/changes': { folders: bottom, node: true },
  'electron/snapshots': { folders: [...shared, 'electron/catalogue', 'electron/changes'], node: true },
  'electron/bulk': {
    folders: [...shared, 'electron/catalogue', 'electron/changes', 'electron/snapshots'],
    node: true,
  },
  'electron/archives': {
    folders: [
      ...[...shared, 'electron/disk', 'electron/catalogue', 'electron/changes', 'electron/snapshots'],
      ...fileParts,
      'electron/pictures/formats/crc32',
      'electron/pictures/ask-in-rounds',
    ],
    packages: ['yazl', 'yauzl'],
    node: true,
  },
  'electron/exports': {
    folders: [...bottom, 'electron/changes', 'electron/archives', 'electron/bulk', 'electron/pictures'],
    node: true,
  },
  'electron/pictures': { folders: [...bottom, 'electron/changes'], node: true },
  [jobRoom('job')]: { folders: belowJobs, node: true },
  [jobRoom('scan')]: { folders: [...belowJobs, jobRoom('job')], node: true },
  [jobRoom('review')]: { folders: [...belowJobs, jobRoom('job'), jobRoom('scan')], node: true },
  [jobRoom('prepare')]: { folders: [...belowJobs, jobRoom('job')], node: true },
  [jobRoom('queue')]: { folders: [...belowJobs, ...['job', 'scan', 'review'].map(jobRoom)], node: true },
  'electron/tables': {
    folders: [...shared, ...fileParts],
    packages: ['papaparse', 'jschardet'],
    node: true,
  },
  'electron/imports': {
    folders: [
      ...shared,
      'electron/disk',
      'electron/catalogue',
      'electron/changes',
      'electron/bulk',
      'electron/exports',
      'electron/pictures',
      'electron/tables',
    ],
    node: true,
  },
  'electron/sync': {
    folders: [
      ...bottom,
      'electron/changes',
      'electron/snapshots',
      'electron/archives',
      'electron/bulk',
      'electron/exports',
      'electron/imports',
      'electron/pictures',
    ],
    node: true,
  },
  'electron/wire': { folders: shared, node: true },
  'electron/engine': { folders: [...bottom, ...middle, 'electron/wire'], node: true },
  'electron/platform': { folders: [...shared, 'electron/wire'], packages: desktop, node: true },
  'electron/ipc': {
    folders: [...shared, 'electron/wire', 'electron/connections', 'electron/platform'],
    packages: desktop,
    node: true,
  },
  'electron/main.ts': {
    folders: [...shared, 'electron/wire', 'electron/connections', 'electron/platform', 'electron/ipc'],
    packages: desktop,
    node: true,
  },
  'electron/preload.ts': { folders: [...shared, 'electron/wire'], packages: ['electron'], node: false },
  'electron/demo-store': { folders: [...shared, 'electron/web'], node: true },
  'renderer/bridge.ts': { folders: shared, node: false },
  'renderer/format': { folders: shared, node: false },
  'renderer/overlays': { folders: [], node: false },
  'renderer/stores': {
    folders: [...shared, 'renderer/bridge.ts', 'renderer/format', 'renderer/overlays'],
    node: false,
  },
  'renderer/components': { folders: [...shared, 'renderer/format'], node: false },
  'renderer/features': {
    folders: [
      ...shared,
      'renderer/bridge.ts',
      'renderer/stores',
      'renderer/components',
      'renderer/format',
      'renderer/overlays',
    ],
    node: false,
    eachAlone: true,
  },
  renderer: { folders: [...shared, 'renderer'], node: false },
}

/** Packages that only the folders naming them may use. */
const guarded = [...desktop, 'libsql', 'papaparse', 'jschardet', 'yazl', 'yauzl']

const rule = {
  meta: { type: 'problem', messages: { outside: '{{reason}}' } },
  create(context) {
    const file = relative(context.cwd, context.physicalFilename ?? context.filename).replaceAll('\\', '/')
    const layer = layerOf(file)
    if (!layer) return {}
    const check = (node) => {
      if (typeof node?.value !== 'string') return
      const reason = objection(file, layer, node.value)
      if (reason) context.report({ node, messageId: 'outside', data: { reason } })
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      CallExpression: (node) => node.callee.name === 'require' && check(node.arguments[0]),
    }
  },
}

function objection(file, name, specifier) {
  const layer = layers[name]
  if (!specifier.startsWith('.')) return objectionToPackage(name, layer, specifier)
  const target = resolve(file, specifier)
  if (name === 'renderer/features') {
    const [mine, theirs] = [featureOf(file), featureOf(target)]
    if (theirs !== null && theirs !== mine) return `A feature folder may not import another one (${theirs}).`
    if (theirs !== null) return null
  } else if (within(target, name)) return null
  if (layer.folders.some((folder) => within(target, folder))) return null
  return `${name} may not import ${layerOf(target) ?? target}: imports point downward only.`
}

function objectionToPackage(name, layer, specifier) {
  const used = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  if (layer.onlyPackages && !layer.onlyPackages.includes(used)) {
    return `${name} may only use ${layer.onlyPackages.join(', ')}, not ${specifier}.`
  }
  if (used.startsWith('node:') && !layer.node) return `${name} may not use ${specifier}: there is no Node.`
  if (guarded.includes(used) && !layer.packages?.includes(used)) return `${name} may not use ${used}.`
  return null
}

function resolve(file, specifier) {
  const parts = file.split('/').slice(0, -1)
  for (const step of specifier.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

function layerOf(path) {
  const matches = Object.keys(layers).filter((name) => within(path, name))
  return matches.sort((a, b) => b.length - a.length)[0] ?? null
}

/** `electron/main` is `electron/main.ts`: imports carry no extension. */
function within(path, folder) {
  return path === folder || path.startsWith(`${folder}/`) || `${path}.ts` === folder
}

function featureOf(path) {
  return /^renderer\/features\/([^/]+)/.exec(path)?.[1] ?? null
}

// oxlint loads a plugin by its default export.
export default { meta: { name: 'stockroom' }, rules: { layers: rule, 'search-select': searchSelect } }
