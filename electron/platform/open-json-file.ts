import ElectronStore from 'electron-store'
import type { OpenJsonFile } from './settings-file'

/** A JSON file that is replaced as a whole, so that a crash leaves the old or the new one. */
export const openJsonFile: OpenJsonFile = (options) => new ElectronStore<Record<string, unknown>>(options)
