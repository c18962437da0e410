/** Address under which the window shows a picture: main's caching protocol, so that the window itself never loads from the network. */
export function pictureSrc(connectionId: string, source: string): string {
  return `picture://${connectionId}/?source=${encodeURIComponent(source)}`
}

/** The same, if this computer has a copy of it; nothing is loaded for it. */
export const keptPictureSrc = (connectionId: string, source: string): string =>
  `picture://${connectionId}/?kept=${encodeURIComponent(source)}`

/** A picture kept on this device by content hash, as it appears in a product's pictures before it is uploaded. */
export const stagedSource = (hash: string): string => `${stagedPrefix}${hash}`
const stagedPrefix = 'staged:'

/** The hash of such a picture; undefined: the address is of something else. */
export const stagedHashOf = (source: string): string | undefined =>
  source.startsWith(stagedPrefix) ? source.slice(stagedPrefix.length) : undefined

/** A file of a picture job as it is on this disk, before anything is copied. */
export const jobFileSource = (jobId: number, fileId: number): string => `job:${jobId}:${fileId}`

export const isJobFileSource = (source: string): boolean => source.startsWith('job:')
