import { addedFileOf, fileOfKey, filesOf, isFromUpload, localFile, removedFileOf } from '../changes/files'
import { isGoneAnswer } from '../changes/gone-reason'
import { addsFile, isOfFiles } from '../shared/change-address'
import type { ChangeRecord } from '../shared/change-record'
import { describedField } from '../shared/fields/thing-fields'
import type { RemoteFile, RemoteProduct } from '../shared/remote-product'
import { says } from '../shared/sentence'
import { judgeEdits, sendEdits, type EditsAdapter } from './edits'
import { sendEntries, type EntriesAdapter } from './entries'
import { copyOfFile } from './kept-files'
import { PlanAnew } from './plan-anew'
import type { ProductPush, PushParts } from './product-push'
import { typedFirst } from './push-fields'
import { confirmUploads, pushUploads, type UploadAdapter } from './uploads'

/** Sends a product's files: uploads one by one, then what is said about each, then what goes. */
export async function pushFiles(parts: PushParts, push: ProductPush): Promise<void> {
  // Answered when something else was planned anew.
  await confirmUploads(parts, push, fileUploads)
  await pushUploads(parts, push, fileUploads, push.sendable().filter(addsFile), typedFirst(parts, push))
  await sendEdits(push, descriptions(parts, push))
  await sendEntries(parts, push, removals(parts, push))
}

const fileUploads: UploadAdapter<RemoteFile> = {
  isOurs: addsFile,

  ready(parts, push, change) {
    const { name, description, hash } = addedFileOf(change)
    if (hash === undefined) return fetchOriginal(parts, push, change)
    return Promise.resolve({
      change,
      tokenNow: () => ({ ...change.token, fileIds: filesOf(push.known() ?? { id: 0 }).map(({ id }) => id) }),
      name,
      source: { fileHash: hash },
      unread: true,
      send: (payload, options) =>
        'bytes' in payload
          ? parts.ecwid.uploadFile(push.ecwidId(), payload.bytes, { name, description }, options)
          : Promise.reject(new Error('A file is sent from this disk.')),
    })
  },

  findAgain: (_parts, _push, lost, remote) => Promise.resolve(matched(lost, remote)),
  match: matched,
  describe: () => Promise.resolve(null),
  leaveText: () => {},

  noteArrived({ catalogue: { changes } }, _push, open, { change: add, there: { id: fileId } }) {
    changes.update(add.id, { after: { ...addedFileOf(add), id: fileId } })
    for (const change of open.all()) {
      const isAbout = isOfFiles(change) && change.key === String(localFile(add.id))
      if (isAbout) open.update(change.id, { key: String(fileId) })
      // It is not what an earlier request without an answer may have brought.
      const known = addsFile(change) && change.id !== add.id ? change.token?.fileIds : undefined
      if (known) open.update(change.id, { token: { ...change.token, fileIds: [...known, fileId] } })
    }
  },
}

/** Each upload's file: by the id it was answered with, else a new one that is alike. */
function matched(adds: readonly ChangeRecord[], remote: RemoteProduct): Map<number, RemoteFile> {
  const found = new Map<number, RemoteFile>()
  const isFree = (file: RemoteFile) => ![...found.values()].includes(file)
  const note = (add: ChangeRecord, file: RemoteFile | undefined) => void (file && found.set(add.id, file))
  for (const add of adds)
    note(
      add,
      filesOf(remote).find(({ id }) => id === add.token?.imageId),
    )
  for (const add of adds) {
    if (!found.has(add.id))
      note(
        add,
        filesOf(remote).find((file) => isFree(file) && isFromUpload(file, add)),
      )
  }
  return found
}

type ToFile = { file: RemoteFile; description: string; edits: ChangeRecord[] }

const descriptions = ({ ecwid }: PushParts, push: ProductPush): EditsAdapter<RemoteProduct, ToFile[]> => ({
  isOurs: (change) => isOfFiles(change) && change.verb === 'set',
  read: push.fresh,
  judge(edits, remote) {
    const gone = edits.filter(({ key }) => !fileOfKey(remote, key))
    const { values, ...judged } = judgeEdits(
      edits.filter((edit) => !gone.includes(edit)),
      (edit) => {
        const way = describedField(edit)
        return way && { way, theirs: fileOfKey(remote, edit.key)?.description ?? '' }
      },
    )
    const body = values.flatMap(({ change, value }): ToFile[] => {
      const file = fileOfKey(remote, change.key)
      const its = judged.sent.filter(({ key }) => key === change.key)
      return file ? [{ file, description: String(value), edits: its }] : []
    })
    const reason = { code: 'refused', sentence: says('file-not-here') } as const
    return { ...judged, refused: gone.length > 0 ? [{ changes: gone, reason }] : [], body }
  },
  async write(sent, body) {
    for (const { file, description, edits } of body)
      await ecwid.describeFile(push.ecwidId(), file.id, description, push.claiming({ changes: edits, unread: true }))
    push.noteAnswered(sent)
    const { raw, product } = await push.confirm()
    push.noteShown(product)
    push.markSent(sent, () => push.keep(raw))
  },
})

const removals = (parts: PushParts, push: ProductPush): EntriesAdapter<RemoteFile> => ({
  isMadeWhenShown: false,
  ours: (sendable) => sendable.filter((change) => isOfFiles(change) && change.verb === 'remove'),
  judge: (change, remote) => (fileOfKey(remote, change.key) ? { is: 'sent' } : { is: 'found' }),
  async write(change, remote, claim) {
    const file = fileOfKey(remote, change.key)
    if (!file) return
    await keepCopy(parts, push, change, file)
    await parts.ecwid.deleteFile(push.ecwidId(), file.id, claim)
  },
  find: () => undefined,
  noteGone: () => {},
  noteArrived: () => {},
})

/** Copies a file before it goes, for an undo; afterwards its removal is planned anew. */
async function keepCopy(parts: PushParts, push: ProductPush, change: ChangeRecord, file: RemoteFile): Promise<void> {
  const before = removedFileOf(change)
  const hash = before.hash === undefined ? await copyOfFile(parts, push, change, file) : undefined
  if (hash === undefined) return
  push.keepBefore(change, { ...before, hash })
  throw new PlanAnew()
}

/** A file of another product is taken from there, or from what was kept of it when it went; afterwards it is uploaded like any other. */
async function fetchOriginal(parts: PushParts, push: ProductPush, change: ChangeRecord): Promise<never> {
  const { copyOf, ...added } = addedFileOf(change)
  const { catalogue, ecwid, stageFile } = parts
  const from = copyOf && { id: copyOf.fileId, size: added.size }
  const copy = from && (await ecwid.downloadFile(copyOf.productId, from, stageFile, { priority: 'push' }).catch(goneOr))
  const hash = copy?.hash ?? (copyOf && catalogue.changes.copyOfFile(copyOf))
  if (hash === undefined) push.refuse([change], { code: 'refused', sentence: says('file-not-kept') })
  else {
    push.write(() => {
      push.assertUnmoved([change])
      catalogue.changes.update(change.id, { after: { ...added, hash } })
    })
  }
  throw new PlanAnew()
}

function goneOr(error: unknown): undefined {
  if (!isGoneAnswer(error)) throw error
}
