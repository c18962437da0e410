import { fileURLToPath } from 'node:url'
import { faultsOfWindow } from './styles.mjs'

const faults = faultsOfWindow(fileURLToPath(new URL('../..', import.meta.url)))
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
