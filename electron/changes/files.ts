import { toAddFile, toDescribeFile, toRemoveFile } from '../shared/change-address'
import {
  addedFileSchema,
  removedFileSchema,
  type AddedFile,
  type ChangeRecord,
  type Deed,
  type RemovedFile,
} from '../shared/change-record'
import type { RemoteFile, RemoteProduct } from '../shared/remote-product'
import type { Catalogue } from '../catalogue/catalogue'

// Files for buyers. One that is not in the store yet is called by the change that makes it, below zero.

export const localFile = (changeId: number): number => -changeId

export const addedFileOf = ({ after }: Pick<ChangeRecord, 'after'>): AddedFile => addedFileSchema.parse(after)
export const removedFileOf = ({ before }: Pick<ChangeRecord, 'before'>): RemovedFile => removedFileSchema.parse(before)

export const filesOf = ({ files }: RemoteProduct): readonly RemoteFile[] => files ?? []

export const fileOfKey = (product: RemoteProduct, key: string | null): RemoteFile | undefined =>
  filesOf(product).find(({ id }) => String(id) === key)

/** The file of this upload among these, where its answer is not known: it was not there before, and is alike. */
export function isFromUpload(file: RemoteFile, { token, ...add }: Pick<ChangeRecord, 'token' | 'after'>): boolean {
  const { name, size } = addedFileOf(add)
  return token?.fileIds !== undefined && !token.fileIds.includes(file.id) && file.name === name && file.size === size
}

const valuesOf = ({ name = '', size = 0, description = '' }: RemoteFile) => ({ name, size, description })

export const fileRemoval = (file: RemoteFile, kept: Pick<RemovedFile, 'hash'> = {}): Deed => ({
  ...toRemoveFile(file.id),
  entry: file.name ?? '',
  before: { id: file.id, ...valuesOf(file), ...kept },
  after: null,
})

export function fileAddition(added: AddedFile): Deed {
  return { ...toAddFile, entry: added.name, before: null, after: added }
}

export const describedFile = (file: RemoteFile, description: string): Deed => ({
  ...toDescribeFile(file.id),
  entry: file.name ?? '',
  before: file.description ?? '',
  after: description,
})

/** The product with waiting files and descriptions, and without what is to go. */
export function withFiles(product: RemoteProduct, changes: readonly ChangeRecord[]): RemoteProduct {
  const files = changes.reduce((shown: readonly RemoteFile[], change) => {
    if (change.verb === 'remove') return shown.filter(({ id }) => String(id) !== change.key)
    if (change.verb === 'set') {
      const description = String(change.after ?? '')
      return shown.map((file) => (String(file.id) === change.key ? { ...file, description } : file))
    }
    const { name, size, description, hash } = addedFileOf(change)
    const isThere = shown.some((file) => file.id === change.token?.imageId || isFromUpload(file, change))
    return isThere ? shown : [...shown, { id: localFile(change.id), name, size, description, hash }]
  }, filesOf(product))
  return { ...product, files: [...files] }
}

/** Files that came, went and were described otherwise between two states. */
export function fileDifferences(before: RemoteProduct, after: RemoteProduct): Deed[] {
  const [old, now] = [filesOf(before), filesOf(after)]
  const earlier = new Map(old.map((file) => [file.id, file]))
  const stayed = new Set(now.map(({ id }) => id))
  return [
    ...old.filter(({ id }) => !stayed.has(id)).map((file) => fileRemoval(file)),
    ...now.flatMap((file): Deed[] => {
      const known = earlier.get(file.id)
      if (!known) return [fileAddition({ ...valuesOf(file), id: file.id })]
      const described = describedFile(known, file.description ?? '')
      return described.before === described.after ? [] : [described]
    }),
  ]
}

/** The id that a file has now, by whichever it is known. */
export function fileNow({ changes }: Pick<Catalogue, 'changes'>, id: number): number {
  const add = id < 0 ? changes.get(-id) : undefined
  return (add?.list === 'files' && add.verb === 'add' && addedFileOf(add).id) || id
}
