import fs from 'node:fs'
import { createRequire } from 'node:module'

/**
 * The disk as it is. Electron's own `fs` opens every file called `*.asar` as a folder of the program: a damaged one ends the
 * app, an entry may lead out of the folder. What a person names is read with the `fs` beneath it; plain Node has only that.
 */
export const disk: typeof fs = process.versions.electron
  ? (createRequire(process.execPath)('original-fs') as typeof fs)
  : fs
