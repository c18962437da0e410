import { openDesktop } from '../desktop/virtual-desktop.mjs'
import { projectRoot, tool } from '../setup/paths.mjs'
import { run } from '../setup/run.mjs'

/** Plays test/package on the packaged program. */
export async function putToWork(program) {
  const desktop = await openDesktop({ isolated: true })
  try {
    return await run(
      process.execPath,
      [tool('@playwright/test/cli.js'), 'test', '-c', 'test/package/package.config.ts'],
      { cwd: projectRoot, env: { ...process.env, ...desktop.env, STOCKROOM_PACKAGED: program } },
    )
  } finally {
    desktop.stop()
  }
}
