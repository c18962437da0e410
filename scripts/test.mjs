// `npm test`: every check, one summary.  `npm test -- unit e2e` runs the named ones; words that name no check are
// handed to the test runners as filters (`npm test -- e2e smoke`).

import { openDesktop } from './desktop/virtual-desktop.mjs'
import { chosenElectron } from './setup/electron-runtime.mjs'
import { checks } from './test/checks.mjs'
import { stopEverything } from './test/run-check.mjs'

const words = process.argv.slice(2)
const names = Object.keys(checks).filter((name) => words.includes(name))
const filters = words.filter((word) => !(word in checks))
const chosen = names.length > 0 ? names : Object.keys(checks)

const desktop = await openDesktop({ isolated: true })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    stopEverything()
    desktop.stop()
    process.exit(130)
  })
}

const started = Date.now()
const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []
try {
  const env = { ...process.env, ...chosenElectron().env, ...desktop.env, NO_COLOR: '1' }
  delete env.FORCE_COLOR
  for (const name of chosen) {
    const result = await checks[name]({ env, filters, failed: new Set(failures.map((failure) => failure.check)) })
    for (const key of Object.keys(total)) total[key] += result[key]
    for (const failure of result.failures) failures.push({ check: name, ...failure })
  }
} finally {
  desktop.stop()
}

for (const { check, title, text } of failures) console.log(`\n--- failed: ${check} > ${title}\n${text.trimEnd()}`)
console.log(`\n${chosen.join(', ')} in ${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
