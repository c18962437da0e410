import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectRoot } from '../setup/paths.mjs'

/** Test files that play generated values. */
export function filesWithGenerated() {
  return ['unit', 'integration']
    .flatMap((kind) => testsIn(join(projectRoot, 'test', kind)))
    .filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'"))
    .map((file) => relative(projectRoot, file))
}

function testsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return testsIn(path)
    return /\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}
