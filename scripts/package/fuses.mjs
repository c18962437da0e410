import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../setup/paths.mjs'

/** As the wire in the binary has them. */
const states = { true: '1'.charCodeAt(0), false: '0'.charCodeAt(0) }
/** Stands among the fuses in the settings, and is what is done after they are set. */
const isNoFuse = (name) => name === 'resetAdHocDarwinSignature'

/** What the builder's settings say of each fuse. */
export function declaredFuses(settings) {
  const [, block = ''] = /^electronFuses:\n((?: +.*\n)+)/m.exec(settings) ?? []
  const lines = [...block.matchAll(/^ {2}(\w+): *(true|false)$/gm)]
  return lines.map(([, name, value]) => ({ name, value })).filter(({ name }) => !isNoFuse(name))
}

/** Which of the declared fuses the wire of a binary has otherwise, or not at all. */
export function otherFuses(declared, wire) {
  return declared.filter(({ name, value }) => wire[placeOf(name)] !== states[value]).map(({ name }) => name)
}

const placeOf = (name) => FuseV1Options[name[0].toUpperCase() + name.slice(1)]

/** Whether the built program has every fuse as electron-builder.yml declares it, but for those that its Electron does not have. */
export async function proveItsFuses(program, { without = [] } = {}) {
  const settings = readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')
  const declared = declaredFuses(settings).filter(({ name }) => !without.includes(name))
  if (declared.length === 0) return { code: 1, output: 'No fuses are declared.' }
  const others = otherFuses(declared, await getCurrentFuseWire(program))
  return { code: others.length === 0 ? 0 : 1, output: `Fuses are not as declared: ${others.join(', ')}.` }
}
