import type { PictureUpload } from '../../../electron/shared/product'

export type UploadState = {
  text: string
  tone: 'quiet' | 'busy' | 'bad'
  /** Per cent while bytes are on their way, else null. */
  percent: number | null
  canRetry: boolean
  canCancel: boolean
}

/** How one picture's way to the store stands, in words. */
export function uploadStateOf(upload: PictureUpload, progress: number | null): UploadState {
  const { state, problem } = upload
  if (state === 'sending') {
    const percent = Math.round((progress ?? upload.progress) * 100)
    return { text: `Uploading ${percent} %`, tone: 'busy', percent, canRetry: false, canCancel: false }
  }
  if (state === 'unknown') {
    const text = problem ?? 'The connection broke off. Checking whether the picture arrived.'
    return { text, tone: 'busy', percent: null, canRetry: true, canCancel: false }
  }
  if (state === 'refused' || state === 'conflict') {
    const text = problem ?? 'The store refused this picture.'
    return { text, tone: 'bad', percent: null, canRetry: state === 'refused', canCancel: true }
  }
  return {
    text: problem ?? 'Waiting to be uploaded',
    tone: 'quiet',
    percent: null,
    canRetry: problem !== null,
    canCancel: true,
  }
}
