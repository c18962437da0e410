import {
  changesOfSet,
  lastRedoable,
  lastUndoable,
  listChangeSets,
  listConflicts,
  productHistory,
} from '../changes/views'
import type { Connections } from '../connections/connections'
import type { FileTokens } from '../images/file-tokens'
import type { createImages } from '../images/images'
import type { Connection } from '../shared/connection'
import type { AppInfo, Settings } from '../shared/settings'
import type { StoreSessions } from '../sync/store-sessions'
import { createAltTextHandlers } from './alt-text-handlers'
import { createPictureJobHandlers } from './picture-job-handlers'
import type { Handlers } from './register'

export type HandlerParts = {
  connections: Connections
  sessions: StoreSessions
  images: ReturnType<typeof createImages>
  files: Pick<FileTokens, 'pathOf'>
  settings: { get: () => Settings; set: (patch: Partial<Settings>) => Settings }
  openDemo: () => Promise<Connection>
  appInfo: () => Promise<AppInfo>
  openDataFolder: () => Promise<void>
  openExternal: (url: string) => Promise<void>
  isOnline: () => boolean
}

/** Call by call what main does for the window; the work itself is elsewhere. */
export function createHandlers({ connections, sessions, images, files, settings, ...os }: HandlerParts): Handlers {
  return {
    'connections.list': () => connections.list(),
    'connections.test': (input) => connections.test(input),
    'connections.add': (input) => connections.add(input),
    'connections.rename': ({ connectionId, name }) => connections.rename(connectionId, name),
    'connections.replaceKey': async ({ connectionId, key }) => {
      const connection = await connections.replaceKey(connectionId, key)
      sessions.resume(connectionId)
      return connection
    },
    'connections.previewRemoval': ({ connectionId }) => connections.previewRemoval(connectionId),
    'connections.remove': async ({ connectionId, dropUnsent }) => {
      await connections.remove(connectionId, dropUnsent)
      return null
    },
    'connections.openDemo': () => os.openDemo(),

    'stores.open': ({ connectionId }) => {
      const session = sessions.of(connectionId)
      session.startPulling()
      return session.snapshot()
    },
    'sync.pull': ({ connectionId }) => {
      sessions.of(connectionId).pullNow()
      return null
    },
    'sync.pausePull': async ({ connectionId }) => {
      await sessions.of(connectionId).pausePull()
      return null
    },

    'catalogue.search': ({ connectionId, query, offset, limit }) =>
      sessions.of(connectionId).catalogue.search(query, offset, limit),
    'catalogue.facets': ({ connectionId }) => sessions.of(connectionId).catalogue.facets(),
    'catalogue.product': ({ connectionId, productId }) => sessions.of(connectionId).product(productId),
    'catalogue.skuOwner': ({ connectionId, sku, exceptProductId }) =>
      sessions.of(connectionId).catalogue.products.skuOwner(sku, exceptProductId),

    'changes.apply': ({ connectionId, ...input }) => sessions.of(connectionId).changes.apply(input),
    'changes.list': ({ connectionId, ...query }) => listChangeSets(sessions.of(connectionId).catalogue, query),
    'changes.summary': ({ connectionId }) => sessions.of(connectionId).summary(),
    'changes.ofSet': ({ connectionId, ...query }) => changesOfSet(sessions.of(connectionId).catalogue, query),
    'changes.retrySet': ({ connectionId, changeSetId }) => sessions.of(connectionId).changes.retrySet(changeSetId),
    'changes.retry': ({ connectionId, changeIds }) => sessions.of(connectionId).changes.retry(changeIds),
    'changes.drop': ({ connectionId, changeIds }) => sessions.of(connectionId).changes.drop(changeIds),
    'changes.history': ({ connectionId, ...query }) => productHistory(sessions.of(connectionId).catalogue, query),
    'changes.hold': ({ connectionId, changeSetId, hold }) => sessions.of(connectionId).changes.hold(changeSetId, hold),
    'changes.holdAll': ({ connectionId, hold }) => sessions.of(connectionId).changes.holdAll(hold),
    'changes.previewRevert': ({ connectionId, changeSetId, changeIds }) =>
      sessions.of(connectionId).changes.previewInParts(changeSetId, changeIds),
    'changes.revert': ({ connectionId, changeSetId, changeIds }) =>
      sessions.of(connectionId).changes.revertInParts(changeSetId, changeIds),
    'changes.lastUndoable': ({ connectionId }) => lastUndoable(sessions.of(connectionId).catalogue),
    'changes.lastRedoable': ({ connectionId }) => lastRedoable(sessions.of(connectionId).catalogue),
    'changes.redo': ({ connectionId, changeSetId, revertSetId }) =>
      sessions.of(connectionId).changes.redo({ setId: changeSetId, revertSetId }),
    'changes.conflicts': ({ connectionId, ...query }) => listConflicts(sessions.of(connectionId).catalogue, query),
    'changes.resolve': ({ connectionId, changeIds, take, value }) =>
      sessions.of(connectionId).changes.resolve(changeIds, take === 'value' ? { take, value } : { take }),
    'changes.resolveKind': ({ connectionId, kind, take }) => sessions.of(connectionId).changes.resolveKind(kind, take),
    'changes.undecide': ({ connectionId, changeIds }) => sessions.of(connectionId).changes.undecide(changeIds),
    'changes.makeAnew': async ({ connectionId, productId }) => {
      const { productIds } = await sessions.of(connectionId).changes.makeAnew(productId)
      return { productId: productIds[0] ?? productId }
    },
    'changes.letGo': ({ connectionId, productId }) => sessions.of(connectionId).changes.letGo(productId),

    'drafts.put': ({ connectionId, productId, draft }) => {
      sessions.of(connectionId).catalogue.drafts.put(productId, draft)
      return null
    },
    'drafts.get': ({ connectionId, productId }) => sessions.of(connectionId).catalogue.drafts.get(productId) ?? null,
    'drafts.remove': ({ connectionId, productId }) => {
      sessions.of(connectionId).catalogue.drafts.remove(productId)
      return null
    },

    'images.inspect': (input) => images.inspect(input),
    'images.stage': (input) => images.stage(input),
    'images.stageBytes': (input) => images.stageBytes(input),
    'images.read': (input) => images.read(input),
    'images.readLink': (input) => images.readLink(input),
    'images.checkUrl': (input) => images.checkUrl(input),
    ...createPictureJobHandlers(sessions, files),
    ...createAltTextHandlers(sessions),

    'settings.get': () => settings.get(),
    'settings.set': (patch) => settings.set(withoutUndefined(patch)),

    'app.info': () => os.appInfo(),
    'app.openDataFolder': async () => {
      await os.openDataFolder()
      return null
    },
    'app.openExternal': async ({ url }) => {
      await os.openExternal(url)
      return null
    },
    'app.isOnline': () => os.isOnline(),
  }
}

/** A field that was not sent must not reset the setting. */
function withoutUndefined<T extends object>(patch: T): Partial<T> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>
}
