import type { createPictures } from '../pictures/pictures'
import type { FileTokens } from '../pictures/file-tokens'
import type { EngineCall } from '../shared/engine-contract'
import type { StoreSessions } from '../sync/store-sessions'
import type { Handlers } from '../wire/handle'
import { createAltTextHandlers } from './alt-text-handlers'
import { createBulkHandlers } from './bulk-handlers'
import { createExportHandlers, type OwnFiles } from './export-handlers'
import { createImportHandlers } from './import-handlers'
import { createPictureJobHandlers } from './picture-job-handlers'
import { createSnapshotHandlers } from './snapshot-handlers'

type Parts = {
  sessions: StoreSessions
  pictures: ReturnType<typeof createPictures>
  files: Pick<FileTokens, 'pathOf'>
  ownFiles: OwnFiles
}

/** Call by call what the engine does for the window; the work itself is elsewhere. */
export function createHandlers({ sessions, pictures, files, ownFiles }: Parts): Handlers<EngineCall> {
  return {
    'stores.open': ({ connectionId }) => {
      const session = sessions.of(connectionId)
      session.startPulling()
      return session.snapshot()
    },
    'stores.setNewDefaults': ({ connectionId, ...change }) => sessions.of(connectionId).setNewDefaults(change),
    'sync.pull': ({ connectionId }) => {
      sessions.of(connectionId).pullNow()
      return null
    },
    'sync.pausePull': async ({ connectionId }) => {
      await sessions.of(connectionId).pausePull()
      return null
    },

    'catalogue.search': ({ connectionId, query, offset, limit, meant }) =>
      sessions.of(connectionId).reads.search(query, offset, limit, meant),
    'catalogue.variationCounts': ({ connectionId, query }) => sessions.of(connectionId).reads.variationCounts(query),
    'catalogue.facets': ({ connectionId }) => sessions.of(connectionId).reads.facets(),
    'catalogue.sheetRows': ({ connectionId, productIds, ...asked }) =>
      sessions.of(connectionId).reads.sheetRows(productIds, asked),
    'catalogue.rowsThatMayShow': ({ connectionId, ...asked }) => sessions.of(connectionId).reads.rowsThatMayShow(asked),
    'catalogue.product': ({ connectionId, productId }) => sessions.of(connectionId).product(productId),
    'catalogue.categoryCounts': ({ connectionId }) => sessions.of(connectionId).reads.categoryCounts(),
    'catalogue.typeTally': ({ connectionId, id }) => sessions.of(connectionId).reads.typeTally(id),
    'catalogue.shelf': ({ connectionId, ...query }) => sessions.of(connectionId).reads.shelf(query),
    'catalogue.owner': ({ connectionId, ...query }) => sessions.of(connectionId).reads.owner(query),
    'catalogue.named': ({ connectionId, references }) => sessions.of(connectionId).reads.named(references),
    'catalogue.takenSkus': ({ connectionId, skus, exceptProductId }) =>
      sessions.of(connectionId).reads.takenSkus(skus, exceptProductId),

    'changes.apply': ({ connectionId, ...input }) => sessions.of(connectionId).changes.applyInParts(input),
    'changes.list': ({ connectionId, ...query }) => sessions.of(connectionId).reads.changeSets(query),
    'changes.summary': ({ connectionId }) => sessions.of(connectionId).summary(),
    'changes.ofSet': ({ connectionId, ...query }) => sessions.of(connectionId).reads.changesOfSet(query),
    'changes.retrySet': ({ connectionId, changeSetId }) => sessions.of(connectionId).changes.retrySet(changeSetId),
    'changes.retry': ({ connectionId, changeIds }) => sessions.of(connectionId).changes.retry(changeIds),
    'changes.takeBack': ({ connectionId, changeIds }) => sessions.of(connectionId).changes.takeBack(changeIds),
    'changes.history': ({ connectionId, ...query }) => sessions.of(connectionId).reads.history(query),
    'changes.hold': ({ connectionId, changeSetId, hold }) => sessions.of(connectionId).changes.hold(changeSetId, hold),
    'changes.holdAll': ({ connectionId, hold }) => sessions.of(connectionId).changes.holdAll(hold),
    'changes.previewRevert': ({ connectionId, ...page }) => sessions.of(connectionId).reads.previewRevert(page),
    'changes.tallyRevert': ({ connectionId, changeSetId }) => sessions.of(connectionId).reads.tallyRevert(changeSetId),
    'changes.revert': ({ connectionId, changeSetId, changeId, choice }) =>
      sessions.of(connectionId).changes.revertWhenArrived(changeSetId, {
        changeIds: changeId === undefined ? undefined : [changeId],
        choice,
      }),
    'changes.lastUndoable': ({ connectionId }) => sessions.of(connectionId).reads.lastUndoable(),
    'changes.lastRedoable': ({ connectionId }) => sessions.of(connectionId).reads.lastRedoable(),
    'changes.redo': ({ connectionId, changeSetId, revertSetId }) =>
      sessions.of(connectionId).changes.redoWhenArrived({ setId: changeSetId, revertSetId }),
    'changes.conflicts': ({ connectionId, ...query }) => sessions.of(connectionId).reads.conflicts(query),
    'changes.resolve': ({ connectionId, changeIds, take, value }) =>
      sessions.of(connectionId).changes.resolve(changeIds, take === 'value' ? { take, value } : { take }),
    'changes.resolveKind': ({ connectionId, kind, take }) => sessions.of(connectionId).changes.resolveKind(kind, take),
    'changes.undecide': ({ connectionId, changeIds }) => sessions.of(connectionId).changes.undecide(changeIds),
    'changes.undecideKind': ({ connectionId, together }) => sessions.of(connectionId).changes.undecideKind(together),
    'changes.makeAnew': async ({ connectionId, productId }) => {
      const { productIds } = await sessions.of(connectionId).changes.makeAnew(productId)
      return { productId: productIds[0] ?? productId }
    },
    'changes.letGo': ({ connectionId, productId }) => sessions.of(connectionId).changes.letGo(productId),

    'drafts.put': ({ connectionId, drafts }) => {
      sessions.of(connectionId).drafts.putAll(drafts)
      return null
    },
    'drafts.putShelf': ({ connectionId, ...draft }) => {
      sessions.of(connectionId).putShelfDraft(draft)
      return null
    },
    'drafts.shelves': ({ connectionId }) => sessions.of(connectionId).shelfDrafts(),
    'drafts.get': ({ connectionId, productId }) => sessions.of(connectionId).drafts.get(productId) ?? null,
    'drafts.remove': ({ connectionId, productId }) => {
      sessions.of(connectionId).drafts.remove(productId)
      return null
    },

    'pictures.inspect': (input) => pictures.inspect(input),
    'pictures.stage': (input) => pictures.stage(input),
    'files.stage': (input) => pictures.stageForBuyers(input),
    'files.save': ({ connectionId, ...file }) => sessions.of(connectionId).savings.save(file, ownFiles.placeToSave),
    'files.stopSaving': ({ connectionId, ...file }) => sessions.of(connectionId).savings.stop(file),
    'pictures.stageBytes': (input) => pictures.stageBytes(input),
    'pictures.read': (input) => pictures.read(input),
    'pictures.readLink': (input) => pictures.readLink(input),
    'pictures.checkUrl': (input) => pictures.checkUrl(input),
    ...createPictureJobHandlers(sessions, files),
    ...createAltTextHandlers(sessions),
    ...createBulkHandlers(sessions),
    ...createExportHandlers(sessions, ownFiles),
    ...createImportHandlers(sessions, files, ownFiles),
    ...createSnapshotHandlers(sessions, files),
  }
}
