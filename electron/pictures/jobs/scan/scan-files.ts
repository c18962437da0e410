import type { NewPictureJobFile } from '../../../catalogue/picture-job-file-record'
import { maxPictureBytes, maxSourceBytes } from '../../../shared/picture-intake'
import type { Sentence } from '../../../shared/sentence'
import { inspectFile, type FileVerdict } from '../../inspect'
import { mapLimited } from '../../map-limited'
import { walkFiles, type WalkedFile } from '../../walk-folders'

const smallSide = 50
const atOnce = 4
const portion = 100

type Parts = {
  signal: AbortSignal
  onFound: (found: number, skipped: number) => void
  /** Looked at, in the order found. */
  onChecked: (files: NewPictureJobFile[]) => void
}

/** Walks what was dropped and looks at each file. Throws the signal's reason when it is cancelled. */
export async function scanFiles(paths: readonly string[], { signal, onFound, onChecked }: Parts): Promise<void> {
  const walked: WalkedFile[] = []
  let skipped = 0
  for await (const file of walkFiles(paths, (count) => (skipped += count))) {
    signal.throwIfAborted()
    walked.push(file)
    onFound(walked.length, skipped)
  }
  onFound(walked.length, skipped)
  for (let at = 0; at < walked.length; at += portion) {
    signal.throwIfAborted()
    const files = walked.slice(at, at + portion)
    const checked = await mapLimited(files, atOnce, async (file) =>
      toJobFile(file, await inspectFile(file, maxSourceBytes)),
    )
    signal.throwIfAborted()
    onChecked(checked)
  }
}

function toJobFile(file: WalkedFile, intake: FileVerdict): NewPictureJobFile {
  const { path, name, folders } = file
  const bytes = intake.ok ? intake.bytes : 'bytes' in file ? file.bytes : 0
  const base = { path, name, folder: folders.join('/'), bytes }
  const none = { type: null, width: 0, height: 0, isTurned: false, warning: null }
  if (!intake.ok) return { ...base, ...none, refusal: intake.reason }
  const { type, width, height, isTurned } = intake
  const measured = { ...base, type, width, height, isTurned }
  return { ...measured, refusal: refusalOf(intake), warning: warningOf(intake) }
}

type Accepted = Extract<FileVerdict, { ok: true }>

function refusalOf({ type, bytes }: Accepted): Sentence | null {
  if (type === 'gif' && bytes > maxPictureBytes) {
    return { says: 'gif-too-large', bytes }
  }
  return null
}

function warningOf({ width, height, bytes, note }: Accepted): Sentence | null {
  if (note !== null) return note
  if (width < smallSide || height < smallSide) return { says: 'tiny', width, height }
  if (bytes > maxPictureBytes) return { says: 'made-smaller', bytes }
  return null
}
