import { open } from 'node:fs/promises'
import { storePictureTypes, type PictureIntake } from '../shared/picture-intake'
import { fileSource } from './byte-source'
import { checkPicture } from './check-picture'
import { fileProblem } from './file-problem'
import { mapLimited } from './map-limited'
import { walkFolders, type FoundFile } from './walk-folders'

const filesAtOnce = 4
/** As many operations as one change set takes. */
const maxFiles = 5000

/** One verdict per file behind the paths, folders opened up, before anything is copied or sent. */
export async function inspectPictures(paths: readonly string[], limit = maxFiles): Promise<PictureIntake[]> {
  const files = await walkFolders(paths, limit)
  return mapLimited(files, filesAtOnce, inspectFile)
}

async function inspectFile(file: FoundFile): Promise<PictureIntake> {
  const { path, name } = file
  if ('reason' in file) return { ok: false, path, name, reason: file.reason }
  try {
    const handle = await open(path, 'r')
    try {
      const check = await checkPicture(fileSource(handle, file.bytes))
      if (!check.ok) return { ok: false, path, name, reason: check.reason }
      const { type, width, height } = check
      const needsConversion = !storePictureTypes.includes(type)
      return { ok: true, path, name, type, bytes: file.bytes, width, height, needsConversion }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { ok: false, path, name, reason: fileProblem(error) }
  }
}
