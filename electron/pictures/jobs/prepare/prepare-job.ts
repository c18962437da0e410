import { webcrypto } from 'node:crypto'
import type { Catalogue } from '../../../catalogue/catalogue'
import type { PictureJobFileRecord, SettableFile } from '../../../catalogue/picture-job-file-record'
import { AppError, sentenceOf } from '../../../shared/errors'
import { maxPictureBytes } from '../../../shared/picture-intake'
import type { PictureToPrepare, PreparedResult } from '../../../shared/picture-job'
import { mapLimited } from '../../map-limited'
import { readyToOpen } from '../../mend-picture'
import { readSource } from '../../read-source'
import type { Staging } from '../../staging'
import { createPacer } from '../../../changes/pacer'
import { prepareNeed } from './prepare-need'

const atOnce = 3
const portion = 12
/** A window that was closed with a file in hand does not bring it back. */
const leaseMs = 120_000

type Parts = { catalogue: Catalogue; staging: Pick<Staging, 'stage' | 'stageBytes'>; now: () => number }

/** Makes a job's files ready for the queue: copied by the engine, converted by the window. */
export function createPreparing({ catalogue, staging, now }: Parts) {
  const { pictureJobFiles } = catalogue
  const handedOut = new Map<number, number>()

  /** Decides for each file to be added whether the engine copies it or the window converts it. */
  async function sortOut(jobId: number, signal: AbortSignal): Promise<void> {
    const options = catalogue.pictureJobs.get(jobId)?.options
    const pace = createPacer()
    for (;;) {
      const files = pictureJobFiles.withoutStep(jobId, 200)
      if (!options || files.length === 0) return
      catalogue.repeatable(() => {
        for (const file of files) {
          const step = prepareNeed(file, options.prepare) === null ? 'waiting' : 'needsPreparing'
          pictureJobFiles.setStep(jobId, file.id, step)
        }
      })
      await pace()
      signal.throwIfAborted()
    }
  }

  /** Copies a portion of what the engine copies. False: there was nothing. Throws AppError 'storage' when the disk fails. */
  async function copySome(jobId: number): Promise<boolean> {
    const files = pictureJobFiles.ofStep(jobId, 'waiting', portion)
    if (files.length === 0) return false
    const problems: AppError[] = []
    const settled = await mapLimited(files, atOnce, async (file): Promise<SettableFile> => {
      try {
        if (problems.length > 0) return {}
        const { hash, bytes, sourceHash } = await staging.stage(file.path)
        return { step: 'staged', stagedHash: hash, stagedName: file.name, stagedBytes: bytes, sourceHash }
      } catch (error) {
        if (error instanceof AppError && error.code === 'storage') problems.push(error)
        return problems.length > 0 ? {} : { step: 'failed', problem: sentenceOf(error) }
      }
    })
    catalogue.repeatable(() => files.forEach(({ id }, at) => pictureJobFiles.update(id, settled[at] ?? {})))
    const [problem] = problems
    if (problem) throw problem
    return true
  }

  /** The next files for the window, each given to one worker. */
  function handOut(jobId: number, limit: number): PictureToPrepare[] {
    const options = catalogue.pictureJobs.get(jobId)?.options
    if (!options) return []
    const free = (id: number) => (handedOut.get(id) ?? -Infinity) < now() - leaseMs
    const files = pictureJobFiles.ofStep(jobId, 'needsPreparing', limit + handedOut.size).filter(({ id }) => free(id))
    return files.slice(0, limit).flatMap((file): PictureToPrepare[] => {
      const because = prepareNeed(file, options.prepare)
      if (because === null || file.type === null) return []
      handedOut.set(file.id, now())
      const { id: fileId, name, type, bytes, width, height } = file
      return [
        { fileId, name, type, bytes, width, height, because, maxBytes: maxPictureBytes, options: options.prepare },
      ]
    })
  }

  /** A file's bytes for the window; their hash is kept, so that the same file is known when it comes again. */
  async function read(file: PictureJobFileRecord): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await readSource(file.path)
    const digest = await webcrypto.subtle.digest('SHA-256', bytes)
    if (file.step === 'needsPreparing') {
      const sourceHash = Buffer.from(digest).toString('hex')
      catalogue.repeatable(() => pictureJobFiles.update(file.id, { sourceHash }))
    }
    return readyToOpen(bytes)
  }

  /** Takes what the window made of a file. A late answer for a file that is settled is passed over. */
  async function take(jobId: number, fileId: number, result: PreparedResult): Promise<void> {
    const isWaited = () => pictureJobFiles.get(jobId, fileId)?.step === 'needsPreparing'
    handedOut.delete(fileId)
    if (!isWaited()) return
    let set: SettableFile
    try {
      if (!result.ok) set = { step: 'failed', problem: result.reason }
      else {
        const { hash, bytes, name } = await staging.stageBytes(result.name, result.bytes)
        set = { step: 'staged', stagedHash: hash, stagedName: name, stagedBytes: bytes }
      }
    } catch (error) {
      if (error instanceof AppError && error.code === 'storage') throw error
      set = { step: 'failed', problem: sentenceOf(error) }
    }
    if (isWaited()) catalogue.repeatable(() => pictureJobFiles.update(fileId, set))
  }

  return { sortOut, copySome, handOut, read, take }
}
