// `npm run dev`: the program with hot reload of the window and a restart when main changes.

import { electronArguments } from './desktop/electron-arguments.mjs'
import { runOnDesktop } from './desktop/run-on-desktop.mjs'
import { tool } from './setup/paths.mjs'

const cli = tool('electron-vite/bin/electron-vite.js')
const args = electronArguments(...process.argv.slice(2))
process.exitCode = await runOnDesktop(process.execPath, [
  cli,
  'dev',
  '--watch',
  ...(args.length ? ['--', ...args] : []),
])
