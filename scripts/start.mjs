// `npm start`: builds what is stale and opens the program. Arguments go on to it.

import { buildOrExit } from './build/build-if-stale.mjs'
import { runOnDesktop } from './desktop/run-on-desktop.mjs'
import { electronArguments } from './desktop/electron-arguments.mjs'
import { chosenElectron } from './setup/electron-runtime.mjs'

await buildOrExit()

process.exitCode = await runOnDesktop(chosenElectron().executable, electronArguments('.', ...process.argv.slice(2)), {
  onStart: ({ virtualDisplay }) => {
    if (!virtualDisplay) return
    console.log('There is no display here, so Stockroom runs in a virtual one that nobody sees, until Ctrl+C.')
    console.log('To see it, let it play its main job and take screenshots:  npm run tour -- --out tour')
  },
})
