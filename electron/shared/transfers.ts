// What is on its way between this computer and the store.

/** `progress`: 0..1. */
export type UploadProgress = {
  changeId: number
  changeSetId: number
  productId: number
  name: string
  progress: number
}

/** A file for buyers on its way to this computer; `progress`: 0..1. */
export type FileSaving = { productId: number; fileId: number; progress: number }
