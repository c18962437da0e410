// `npm run dev`: the program with hot reload of the window and a restart when main changes.

import { forgetBuild } from './build/build-if-stale.mjs'
import { electronArguments } from './desktop/electron-arguments.mjs'
import { runOnDesktop } from './desktop/run-on-desktop.mjs'
import { chosenElectron } from './setup/electron-runtime.mjs'
import { tool } from './setup/paths.mjs'

const cli = tool('electron-vite/bin/electron-vite.js')
const args = electronArguments(...process.argv.slice(2))
forgetBuild()
process.exitCode = await runOnDesktop(
  process.execPath,
  [cli, 'dev', '--watch', ...(args.length ? ['--', ...args] : [])],
  // electron-vite looks for the declared Electron alone, and knows no other way to be told of another one.
  { env: { ELECTRON_EXEC_PATH: chosenElectron().executable } },
)
