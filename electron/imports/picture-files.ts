import { disk } from '../disk/disk'
import { onDisk, shownName } from '../pictures/disk-path'
import { fileSentence } from '../pictures/file-problem'
import { inspectFile } from '../pictures/inspect'
import { hashFile } from '../pictures/jobs/scan/hash-file'
import { AppError } from '../shared/errors'
import type { StagedPicture } from '../shared/picture-intake'
import { sentenceText } from '../shared/words/sentence'

/** A file that is a picture; `toSend`: as it was staged, or why it cannot be sent, asked for once and only where it is to be. */
export type PictureFile = {
  sourceHash: string
  fileName: string
  toSend: () => Promise<{ hash: string } | { why: string }>
}

/** What files are, each looked at once, however many rows name it. */
export function createPictureFiles(stage: (path: string) => Promise<StagedPicture>) {
  const known = new Map<string, Promise<PictureFile | { why: string }>>()

  async function look(path: string): Promise<PictureFile | { why: string }> {
    try {
      const { size } = await disk.promises.stat(onDisk(path))
      const check = await inspectFile({ path, name: shownName(path), bytes: size })
      if (!check.ok) return { why: sentenceText(check.reason) }
      const [sourceHash, fileName] = [await hashFile(path), shownName(path).slice(0, 255)]
      let staged: ReturnType<PictureFile['toSend']> | null = null
      const toSend = () => (staged ??= check.needsConversion ? Promise.resolve({ why: converted }) : stagedOrWhy(path))
      return { sourceHash, fileName, toSend }
    } catch (error) {
      return { why: sentenceText(fileSentence(error)) }
    }
  }

  async function stagedOrWhy(path: string): Promise<{ hash: string } | { why: string }> {
    try {
      return { hash: (await stage(path)).hash }
    } catch (error) {
      // A full disk is no fault of this picture.
      if (!(error instanceof AppError) || error.code === 'storage') throw error
      return { why: error.message }
    }
  }

  return (path: string): Promise<PictureFile | { why: string }> => {
    const looking = known.get(path) ?? look(path)
    known.set(path, looking)
    return looking
  }
}

const converted =
  'It has to be converted or turned first. Drop it under Pictures, where that is done, or save it upright as JPEG.'
