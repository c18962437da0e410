// `npm run package` and `npm run check:package`: an unpacked build for this platform in dist/, searched for entries that
// are on no list, for licences and for its fuses, then started to prove that it starts and that its debugging doors are
// shut, and put to work: it converts pictures and is led to files and to a page that are not its own (test/package).
// --built packages nothing and checks what is in dist/ already, as a release does.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build/build-if-stale.mjs'
import { chosenElectron } from './setup/electron-runtime.mjs'
import { projectRoot, tool } from './setup/paths.mjs'
import { run } from './setup/run.mjs'
import { builtProgram, proveItStarts } from './package/prove-it-starts.mjs'
import { putToWork } from './package/put-to-work.mjs'
import { foreignEntries } from './package/foreign-entries.mjs'
import { proveItsFuses } from './package/fuses.mjs'
import { proveItsLicences } from './package/licences.mjs'
import { fusesItLacks, standInConfig } from './package/stand-in-config.mjs'
import { withoutLoader } from './package/without-loader.mjs'

const output = join(projectRoot, 'dist')
const standIn = process.argv.includes('--built') ? null : await pack()
const program = builtProgram(output)
await step('Look for foreign entries', () => foreignEntries(program))
await step('Look for its licences', () => proveItsLicences(program))
await step('Read its fuses', () => proveItsFuses(program, { without: standIn ? fusesItLacks : [] }))
await step('Start it, try its doors', () => proveItStarts(program))
await step('Put it to work', () => putToWork(program))
console.log(`The program is ${program}`)
if (standIn)
  console.log(`It carries Electron ${standIn.version}, the stand-in of this machine: do not give it to anybody.`)

/** Answers with the stand-in where the declared Electron cannot be had. */
async function pack() {
  await step('Build', () => buildIfStale({ force: true }))
  rmSync(output, { recursive: true, force: true })
  const { dist, env } = chosenElectron()
  const runtime = dist ? withoutLoader(dist) : null
  try {
    const config = runtime ? ['--config', standInConfig(runtime)] : []
    const cli = tool('electron-builder/cli.js')
    await step('Package', () =>
      run(process.execPath, [cli, '--dir', '--publish', 'never', ...config], {
        cwd: projectRoot,
        env: { ...process.env, ...env, CSC_IDENTITY_AUTO_DISCOVERY: process.env.CSC_LINK ? 'true' : 'false' },
      }),
    )
  } finally {
    runtime?.remove()
  }
  return runtime
}

async function step(name, act) {
  process.stdout.write(`${name} ... `)
  const { code, output: text } = await act()
  console.log(code === 0 ? 'ok' : `failed\n${text}`)
  if (code !== 0) process.exit(1)
}
