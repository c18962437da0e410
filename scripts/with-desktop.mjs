// Runs a command that needs a window and a keychain service, lending it virtual ones where the machine has none.
//   node scripts/with-desktop.mjs [--isolated] command [arguments]

import { runOnDesktop } from './desktop/run-on-desktop.mjs'

const args = process.argv.slice(2)
const isolated = args[0] === '--isolated'
const [command, ...rest] = isolated ? args.slice(1) : args
if (!command) {
  console.error('Name the command to run: node scripts/with-desktop.mjs [--isolated] command [arguments]')
  process.exit(2)
}
process.exitCode = await runOnDesktop(command, rest, { isolated })
