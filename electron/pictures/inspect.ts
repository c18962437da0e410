import { maxPictureBytes, storePictureTypes, type PictureIntake } from '../shared/picture-intake'
import type { Sentence } from '../shared/sentence'
import { fileSource } from './byte-source'
import { checkPicture } from './check-picture'
import { fileSentence } from './file-problem'
import { mapLimited } from './map-limited'
import { openFile } from './open-file'
import { walkFolders, type FoundFile } from './walk-folders'

type Accepted = Extract<PictureIntake, { ok: true }>
/** The verdict by where the file lies, and without words. */
export type FileVerdict = { path: string; name: string } & (
  (Omit<Accepted, 'file' | 'name' | 'note'> & { note: Sentence | null }) | { ok: false; reason: Sentence }
)

const filesAtOnce = 4
/** As many operations as one change set takes. */
const maxFiles = 5000

/** One verdict per file behind the paths, folders opened up, before anything is copied or sent. */
export async function inspectPictures(paths: readonly string[], limit = maxFiles): Promise<FileVerdict[]> {
  const files = await walkFolders(paths, limit)
  return mapLimited(files, filesAtOnce, (file) => inspectFile(file))
}

/** Looks at one file; `maxBytes` above Ecwid's limit is for files that will be made to fit. */
export async function inspectFile(file: FoundFile, maxBytes = maxPictureBytes): Promise<FileVerdict> {
  const { path, name } = file
  if ('reason' in file) return { ok: false, path, name, reason: file.reason }
  try {
    const { handle, bytes } = await openFile(path)
    try {
      const check = await checkPicture(fileSource(handle, bytes), { maxBytes })
      if (!check.ok) return { ok: false, path, name, reason: check.reason }
      const { type, width, height, isTurned = false, note = null } = check
      const needsConversion = isTurned || !storePictureTypes.includes(type)
      return { ok: true, path, name, type, bytes, width, height, needsConversion, isTurned, note }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { ok: false, path, name, reason: fileSentence(error) }
  }
}
