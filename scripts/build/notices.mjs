import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundledPackages, outsidePackages, readPackage } from './packages.mjs'

const line = '-'.repeat(80)
/** What packages have in their repositories and forgot to publish. */
const forgotten = fileURLToPath(new URL('licences', import.meta.url))

/** Writes the licences of every package in the program: those the bundles in `out` were made of, and those beside them. */
export function writeNotices(out) {
  const folders = [...new Set([...bundledPackages(out), ...outsidePackages()])]
  const packages = folders.map((folder) => ({ ...readPackage(folder), texts: textsIn(folder) }))
  const notices = packages.map((each) => noticeOf(each, each.texts.length > 0 ? each.texts : textsFor(each, packages)))
  writeFileSync(join(out, 'third-party-licenses.txt'), notices.join(`\n\n${line}\n\n`))
}

function headOf({ name, version, license }) {
  return `${name} ${version} (${license ?? 'see below'})`
}

/** Which of these packages have no entry in the notices, or one without a text. */
export function withoutNotice(notices, packages) {
  const entries = notices.split(`\n\n${line}\n\n`).map((notice) => {
    const [top, ...texts] = notice.split('\n\n')
    return [top.split('\n', 1)[0], texts.join('').trim()]
  })
  const textOf = new Map(entries)
  return packages.map(headOf).filter((head) => !textOf.get(head))
}

/** Where its source is stands there too: the Mozilla licence asks for that. */
function noticeOf(described, texts) {
  const { repository } = described
  const source = typeof repository === 'string' ? repository : repository?.url
  return [[headOf(described), ...(source ? [source] : [])].join('\n'), ...texts].join('\n\n')
}

function textsIn(folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
  return files.map((file) => readFileSync(join(folder, file), 'utf8').trim())
}

/** A native part comes from the repository of its package, which has the text. */
function textsFor({ name, license, repository }, packages) {
  const file = join(forgotten, `${name}.txt`)
  if (existsSync(file)) return [readFileSync(file, 'utf8').trim()]
  const source = JSON.stringify(repository)
  const parent = packages.find(
    (each) => each.texts.length > 0 && each.license === license && JSON.stringify(each.repository) === source,
  )
  return parent?.texts ?? []
}
