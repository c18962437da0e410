import type { Catalogue } from '../catalogue/catalogue'
import { fileNamesNow } from '../changes/file-names'
import { filesOf } from '../changes/files'
import { imagesOf } from '../changes/pictures'
import { isMainFree, videoAt, videosOf } from '../changes/videos'
import { asSaid } from '../shared/cell-reason'
import type { FileEdit, VideoEdit } from '../shared/listed-edits'
import { isMainVideo, type RemoteFile, type RemoteProduct } from '../shared/remote-product'
import { says, type PlainSentence } from '../shared/sentence'
import { inNamesOfNow } from '../snapshots/names-of-now'
import { ownPicturesBack } from './own-pictures-back'
import { picturesBack } from './pictures-back'
import type { ProposedEdit } from './planner'

type Sides = { was: RemoteProduct; now: RemoteProduct }

/** What went since of the pictures, files and videos of a product, and what is said of those that are there. */
export const mediaBack = (catalogue: Catalogue, productId: number, sides: Sides): ProposedEdit[] => [
  ...picturesBack(catalogue, productId, sides),
  ...ownPicturesBack(catalogue, productId, { ...sides, was: inNamesOfNow(catalogue, productId, sides) }),
  ...filesBack(catalogue, productId, sides),
  ...videosBack(sides),
]

/** A file comes from the copy that was kept when it went from here; the store gives nothing of what it has no more. */
function filesBack(catalogue: Catalogue, productId: number, { was, now }: Sides): ProposedEdit[] {
  const idNow = fileNamesNow(catalogue, productId, now)
  return filesOf(was).flatMap((file): ProposedEdit[] => {
    const { name = '', description = '' } = file
    const id = idNow(file.id)
    const is = filesOf(now).find((each) => each.id === id)
    if (is) {
      const said = is.description ?? ''
      if (said === description) return []
      return [edit('file', { name, description: said }, { describes: is.id, name, description })]
    }
    if (id !== undefined) return []
    return [fileBack(file, copyOfFile(catalogue, was.id, file))]
  })
}

const fileBack = ({ id, name = '', size = 0, description = '' }: RemoteFile, hash: string | null): ProposedEdit =>
  edit(
    'file',
    null,
    { name, size, description, from: id, ...(hash !== null && { hash }) },
    hash === null && 'file-not-kept',
  )

/** What was kept of a file when it went from here; null: nothing was. */
export function copyOfFile({ changes }: Catalogue, productId: number, { id, hash }: RemoteFile): string | null {
  return typeof hash === 'string' ? hash : (changes.copyOfFile({ productId, fileId: id }) ?? null)
}

/** The files of a product that is gone which do not come back with it. */
export const filesWithoutCopy = (catalogue: Catalogue, was: RemoteProduct) =>
  filesOf(was).flatMap((file) =>
    copyOfFile(catalogue, was.id, file) === null
      ? [
          {
            field: 'file' as const,
            after: fileBack(file, null).after,
            standing: 'refused' as const,
            reason: asSaid(says('file-not-kept')),
          },
        ]
      : [],
  )

function videosBack({ was, now }: Sides): ProposedEdit[] {
  const isMain = isMainFree(now) && imagesOf(was).length === 0
  return videosOf(was).flatMap((video): ProposedEdit[] => {
    const { url, title = '' } = video
    if (url === undefined) {
      const isThere = videosOf(now).some(({ id }) => id === video.id)
      return isThere ? [] : [edit('video', null, { url: title, role: 'gallery' }, 'video-without-address')]
    }
    if (videoAt(now, url)) return []
    return [edit('video', null, { url, role: isMain && isMainVideo(video) ? 'main' : 'gallery' })]
  })
}

const edit = (
  field: 'file' | 'video',
  before: unknown,
  after: FileEdit | VideoEdit,
  why: PlainSentence | false = false,
): ProposedEdit => ({ variationId: null, field, before, after, ...(why && { reason: asSaid(says(why)) }) })
