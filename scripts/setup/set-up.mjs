import { installDependencies } from './dependencies.mjs'
import { prepareElectron } from './electron-runtime.mjs'
import { SetupError, explainFailure, say } from './say.mjs'
import { installSystemPackages } from './system-packages.mjs'

/** Does what is missing, in order. Ends the process with one sentence when it cannot go on. */
export async function setUp({ desktop, fresh }) {
  try {
    await installDependencies({ fresh })
    if (!desktop) return
    await installSystemPackages()
    await prepareElectron({ fresh })
  } catch (error) {
    if (!(error instanceof SetupError) && !error.code) throw error
    say(
      error instanceof SetupError
        ? error.message
        : explainFailure('Stockroom could not be set up', String(error)).message,
    )
    process.exit(1)
  }
}
