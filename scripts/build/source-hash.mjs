import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One hash over the names and contents of these files and folders. Times say nothing here: a checkout of an older
 * commit writes older contents with a newer time, and an unpacked archive newer contents with an older one.
 */
export function sourceHash(root, names) {
  const hash = createHash('sha1')
  for (const name of names.flatMap((each) => filesBelow(root, each)).sort()) {
    const content = readFileSync(join(root, name))
    hash.update(`${name}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesBelow(root, name) {
  const stats = statSync(join(root, name), { throwIfNoEntry: false })
  if (!stats) return []
  if (!stats.isDirectory()) return [name]
  return readdirSync(join(root, name)).flatMap((entry) => filesBelow(root, `${name}/${entry}`))
}
