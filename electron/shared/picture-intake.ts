import type { FileToken } from './file-token'
import type { PictureType } from './picture-sentence'

export type { PictureType }

/** Ecwid's limit for one picture. */
export const maxPictureBytes = 20 * 1024 * 1024
/** Larger files are not opened. What Ecwid would not take is made to fit, as far as it can be opened. */
export const maxSourceBytes = 200 * 1024 * 1024

/** The types the store takes as they are; the others are converted on the device. */
export const storePictureTypes: readonly PictureType[] = ['jpeg', 'png', 'gif']

/** Verdict on one dropped file, before a byte is sent. */
export type PictureIntake =
  | {
      ok: true
      file: FileToken
      name: string
      type: PictureType
      bytes: number
      width: number
      height: number
      /** Of another type than the store takes, or turned by a note that the store does not heed. */
      needsConversion: boolean
      isTurned: boolean
      /** What the person should know before it is sent, as a sentence. */
      note: string | null
    }
  | { ok: false; file: FileToken; name: string; reason: string }

/** A picture kept by content hash, ready to be uploaded. */
export type StagedPicture = {
  hash: string
  /** Of what it was made from: another one where its wrapping was put right. */
  sourceHash: string
  name: string
  type: PictureType
  bytes: number
  width: number
  height: number
}

/** Of a file for buyers. */
export const maxFileBytes = 2 * 1024 * 1024 * 1024
