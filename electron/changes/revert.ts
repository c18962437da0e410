import { randomUUID } from 'node:crypto'
import type { Catalogue } from '../catalogue/catalogue'
import {
  addedPictureSchema,
  pictureOrderSchema,
  removedPictureSchema,
  type ChangeRecord,
  type NewChange,
  type RemovedPicture,
} from '../shared/change-record'
import { AppError } from '../shared/errors'
import { remoteProductSchema } from '../shared/remote-product'
import { storeChanges, type Applied } from './apply'
import { copiedBody, copiedPictures } from './copy'
import { imagesOf, localKey, pictureKey, toRemovedPicture } from './pictures'
import { readFields } from './product-fields'
import { currentProduct, reindexProduct } from './reindex'
import { takeBack } from './take-back'

/** Undoes a change set: what waits is taken back, what was sent becomes a new change set with the values swapped. */
export function revertSet(catalogue: Catalogue, now: number, setId: number): Applied {
  const set = catalogue.changes.findSet(setId)
  if (!set) throw new AppError('not-found', 'This change set is no longer in the history.')
  return catalogue.transaction(() => {
    const changes = catalogue.changes.ofSet(setId)
    const open = changes.filter(({ state }) => state === 'waiting' || state === 'refused' || state === 'conflict')
    const touched = takeBack(catalogue, open.map(({ id }) => id).reverse())
    const sent = changes.filter(({ state }) => state === 'sent').reverse()
    const planned = sent.flatMap((change) => inverse(catalogue, change))
    const label = set.label.startsWith('Undo: ') ? `Redo: ${set.label.slice(6)}` : `Undo: ${set.label}`
    const applied = storeChanges(catalogue, now, { source: 'revert', label, revertOf: setId }, planned)
    restorePositions(catalogue, applied.changeSetId)
    return { ...applied, productIds: [...new Set([...touched, ...applied.productIds])] }
  })
}

function inverse(catalogue: Catalogue, change: ChangeRecord): NewChange[] {
  const { productId, productName, kind, field, before, after } = change
  const make = (parts: Partial<NewChange> & Pick<NewChange, 'kind'>): NewChange => ({
    productId,
    productName,
    field: null,
    before: null,
    after: null,
    ...parts,
  })
  if (kind === 'delete') return recreated(catalogue, change)
  const current = currentProduct(catalogue, productId)
  if (!current) return []
  const images = imagesOf(current)
  switch (kind) {
    case 'field':
      return [make({ kind, field, before: after, after: before })]
    case 'create':
      return [make({ kind: 'delete', before: current })]
    case 'picture.alt':
      return [make({ kind, field, before: after, after: before })]
    case 'picture.order':
      return [make({ kind, before: images.map(pictureKey), after: pictureOrderSchema.parse(before) })]
    case 'picture.remove':
      return [make({ kind: 'picture.add', after: broughtBack(removedPictureSchema.parse(before), 'gallery') })]
    case 'picture.add': {
      const added = addedPictureSchema.parse(after)
      const replaced = removedPictureSchema.safeParse(before)
      const gone = added.key ? toRemovedPicture(images, added.key) : undefined
      if (!gone) return []
      if (!replaced.success) return [make({ kind: 'picture.remove', field: gone.key, before: gone })]
      return [make({ kind: 'picture.add', before: gone, after: broughtBack(replaced.data, 'main') })]
    }
  }
}

/** The bytes kept on this device where there are any; the store's old address may be gone. */
function broughtBack({ hash, url, alt, position }: RemovedPicture, role: 'main' | 'gallery') {
  return { source: hash ? { hash } : { url }, role, fileName: '', alt, position }
}

/** A deleted product comes back as a new one: Ecwid gives no id twice. */
function recreated(catalogue: Catalogue, { before, productName }: ChangeRecord): NewChange[] {
  const original = remoteProductSchema.parse(before)
  const productId = catalogue.products.create()
  const after = { fields: readFields(original), copied: copiedBody(original) }
  const token = { reference: `stockroom-${randomUUID()}` }
  const create: NewChange = { productId, productName, kind: 'create', field: null, before: null, after, token }
  return [create, ...copiedPictures(original, productId, productName)]
}

/** A picture that comes back is appended; a second change puts it where it was. */
function restorePositions(catalogue: Catalogue, setId: number | null): void {
  if (setId === null) return
  for (const change of catalogue.changes.ofSet(setId)) {
    const position = (change.after as { position?: unknown } | null)?.position
    if (change.kind !== 'picture.add' || typeof position !== 'number') continue
    const current = currentProduct(catalogue, change.productId)
    if (!current) continue
    const before = imagesOf(current).map(pictureKey)
    const rest = before.filter((key) => key !== localKey(change.id))
    const after = [...rest.slice(0, position), localKey(change.id), ...rest.slice(position)]
    if (after.join() === before.join()) continue
    const { productId, productName } = change
    catalogue.changes.insert(setId, { productId, productName, kind: 'picture.order', field: null, before, after })
    reindexProduct(catalogue, productId)
  }
}
