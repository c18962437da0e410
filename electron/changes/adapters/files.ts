import { actOf } from '../../shared/change-address'
import type { AddedFile, ChangeRecord, Deed } from '../../shared/change-record'
import { mostKept } from '../../shared/limits'
import type { RemoteFile, RemoteProduct } from '../../shared/remote-product'
import {
  addedFileOf,
  describedFile,
  fileAddition,
  fileDifferences,
  fileOfKey,
  fileRemoval,
  filesOf,
  localFile,
  removedFileOf,
  withFiles,
} from '../files'
import type { Adapter, WayBack } from './adapter'

/** A product's files for buyers: which there are, and what is said about each. */
export const filesAdapter: Adapter = {
  laidOver: withFiles,
  wayBack(change, { product }) {
    if (change.verb === 'set') return describedBack(change, product)
    return change.verb === 'add' ? addedBack(change, product) : removedBack(change)
  },

  again(change, { product }) {
    if (change.verb === 'add') {
      const { id: _, ...added } = addedFileOf(change)
      return added.hash === undefined && !added.copyOf ? null : fileAddition(added)
    }
    const there = fileOfKey(product, change.key)
    if (!there) return null
    return change.verb === 'set' ? describedFile(there, String(change.after)) : fileRemoval(there)
  },

  madeBy: (key) => (Number(key) < 0 ? -Number(key) : null),
  giveUp(open, made) {
    for (const { id, list, key } of open.all()) {
      const isAbout = list === 'files' && key === String(localFile(made.id))
      if (id === made.id || isAbout) open.update(id, { state: 'taken-back', retryAt: null })
    }
  },
  unset: () => {},
  waiting(open) {
    const adds = new Map(open.filter(({ verb }) => verb === 'add').map(({ id }) => [String(localFile(id)), id]))
    return new Map(
      open.flatMap(({ id, key }): [number, number][] => {
        const add = key === null ? undefined : adds.get(key)
        return add === undefined ? [] : [[id, add]]
      }),
    )
  },
  differences: fileDifferences,
}

/** The file that an add made: by its id in the store, or by its local one. */
const madeFile = (change: ChangeRecord, product: RemoteProduct): RemoteFile | undefined => {
  const id = addedFileOf(change).id ?? localFile(change.id)
  return filesOf(product).find((file) => file.id === id)
}

function addedBack(change: ChangeRecord, product: RemoteProduct): WayBack {
  const there = madeFile(change, product)
  // What was sent from here need not be read from the store again: the copy is still here.
  return there
    ? { standing: 'clean', deed: fileRemoval(there, hashOf(addedFileOf(change))) }
    : { standing: 'done', deed: { ...actOf(change), before: null, after: null } }
}

const hashOf = ({ hash, size }: AddedFile) => (hash === undefined || size > mostKept ? {} : { hash })

function removedBack(change: ChangeRecord): WayBack {
  const { id: _, ...gone } = removedFileOf(change)
  return gone.hash === undefined
    ? { standing: 'stuck', reason: 'file-not-kept' }
    : { standing: 'clean', deed: fileAddition(gone) }
}

function describedBack(change: ChangeRecord, product: RemoteProduct): WayBack {
  const file = fileOfKey(product, change.key)
  if (!file) return { standing: 'stuck', reason: 'file-not-here' }
  const deed: Deed = describedFile(file, String(change.before ?? ''))
  const standing = deed.before === deed.after ? 'done' : deed.before === change.after ? 'clean' : 'moved'
  return { standing, deed }
}
