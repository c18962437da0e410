import { disk } from '../disk/disk'
import { onDisk, shownName } from '../pictures/disk-path'
import { fileSentence } from '../pictures/file-problem'
import { inspectFile } from '../pictures/inspect'
import { hashFile } from '../pictures/jobs/scan/hash-file'
import { asSaid, cellSays, type CellReason } from '../shared/cell-reason'
import { AppError, sentenceOf } from '../shared/errors'
import type { StagedPicture } from '../shared/picture-intake'

/** A file that is a picture; `toSend`: as it was staged, or why it cannot be sent, asked for once and only where it is to be. */
export type PictureFile = {
  sourceHash: string
  fileName: string
  toSend: () => Promise<{ hash: string } | { why: CellReason }>
}

/** What files are, each looked at once, however many rows name it. */
export function createPictureFiles(stage: (path: string) => Promise<StagedPicture>) {
  const known = new Map<string, Promise<PictureFile | { why: CellReason }>>()

  async function look(path: string): Promise<PictureFile | { why: CellReason }> {
    try {
      const { size } = await disk.promises.stat(onDisk(path))
      const check = await inspectFile({ path, name: shownName(path), bytes: size })
      if (!check.ok) return { why: asSaid(check.reason) }
      const [sourceHash, fileName] = [await hashFile(path), shownName(path).slice(0, 255)]
      let staged: ReturnType<PictureFile['toSend']> | null = null
      const toSend = () =>
        (staged ??= check.needsConversion ? Promise.resolve({ why: cellSays('needs-conversion') }) : stagedOrWhy(path))
      return { sourceHash, fileName, toSend }
    } catch (error) {
      return { why: asSaid(fileSentence(error)) }
    }
  }

  async function stagedOrWhy(path: string): Promise<{ hash: string } | { why: CellReason }> {
    try {
      return { hash: (await stage(path)).hash }
    } catch (error) {
      // A full disk is no fault of this picture.
      if (!(error instanceof AppError) || error.code === 'storage') throw error
      return { why: asSaid(sentenceOf(error)) }
    }
  }

  return (path: string): Promise<PictureFile | { why: CellReason }> => {
    const looking = known.get(path) ?? look(path)
    known.set(path, looking)
    return looking
  }
}
