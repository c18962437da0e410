import { lookup } from 'node:dns/promises'
import { join } from 'node:path'
import { testConnection } from '../connections/test-connection'
import { createClient } from '../ecwid/client'
import { createLimiters } from '../ecwid/limiters'
import { createFileTokens } from '../pictures/file-tokens'
import { createGuardedFetch } from '../web/guarded-fetch'
import { createPictures } from '../pictures/pictures'
import { readyToShow } from '../pictures/mend-picture'
import { createPictureCache } from '../pictures/picture-cache'
import { afterMs } from '../shared/after-ms'
import type { Connection } from '../shared/connection'
import type { EventName, Events } from '../shared/contract'
import type { EngineSide, HostSide } from '../shared/engine-contract'
import { maxPictureBytes } from '../shared/picture-intake'
import { createStoreOpener } from '../sync/open-store'
import { createStoreData } from '../sync/store-data'
import { createStoreSessions } from '../sync/store-sessions'
import { asResult, valueOf } from '../wire/as-result'
import { errorText } from '../wire/error-text'
import { createEvents } from '../wire/events'
import { checked } from '../wire/handle'
import { hearing, type Answers, type Hear, type Wire } from '../wire/wire'
import { createHandlers } from './handlers'
import { createRemoteLine } from './remote-line'

export type Engine = { answers: Answers<EngineSide['calls']>; hear: Hear<EngineSide['news']> }

/** Pictures of links that were added and not yet saved. */
const linkCacheBytes = 200e6

/**
 * Everything that goes on in the stores: their local copies, pulls, pushes and pictures. It has neither keys nor a network
 * of its own to the stores: the host has. Runs wherever Node does.
 */
export function createEngine(host: Wire<HostSide>, { userData }: { userData: string }): Engine {
  let connections: readonly Connection[] = []
  let trusted: readonly string[] = []
  const log = {
    info: (text: string) => host.tell('log', { level: 'info', text }),
    error: (text: string, error?: unknown) =>
      host.tell('log', { level: 'error', text: error === undefined ? text : `${text}\n${errorText(error)}` }),
  }
  const limiterOf = createLimiters()
  const clientFor = (line: string, store: { storeId: number; isDemo: boolean }) =>
    createClient({
      line: createRemoteLine(host, line),
      storeId: store.storeId,
      limiter: limiterOf(store),
      log: log.info,
    })
  const guarded = (http: boolean) =>
    createGuardedFetch({
      http,
      trusted: () => trusted,
      lookUp: (name) => lookup(name, { all: true }),
      maxBytes: maxPictureBytes + 1024,
    })
  const linkFetch = guarded(false)

  // A moment later: by then the reader was told what this turn wrote, so that who asks it upon the event finds that.
  const tellWindow = <Name extends EventName>(name: Name, payload: Events[Name]) =>
    queueMicrotask(() => host.tell('event', { name, payload } as HostSide['news']['event']))

  const opener = createStoreOpener({
    userData,
    find: (connectionId) => connections.find(({ id }) => id === connectionId),
    clientFor: (connection) => clientFor(connection.id, connection),
    pictureFetch: guarded(true),
    noteMissingScope: (connectionId, scope) => host.tell('missingScope', { connectionId, scope }),
    onOpened: (connectionId, file) => host.tell('opened', { connectionId, file }),
    onClosed: (connectionId) => host.tell('closed', { connectionId }),
    onWritten: (connectionId, news) => host.tell('written', { connectionId, news }),
    announce: (title, sentence, upload) => host.tell('announce', { title, sentence, upload }),
    emit: createEvents(tellWindow, (ms, run) => void setTimeout(run, ms)),
    after: afterMs,
    now: Date.now,
    log,
  })
  const sessions = createStoreSessions({ open: opener.open, connectionIds: () => connections.map(({ id }) => id) })
  const files = createFileTokens()
  const pictures = createPictures({
    tokens: files,
    stagingOf: opener.stagingOf,
    cache: createPictureCache({ folder: join(userData, 'links'), fetch: linkFetch, maxBytes: linkCacheBytes }),
    fetch: linkFetch,
  })
  const ownFiles = {
    placeToSave: async (name: string) => valueOf(await host.ask('file.placeToSave', { name })),
    showInFolder: async (path: string) => void valueOf(await host.ask('file.show', { path })),
  }
  const storeData = createStoreData({ userData, sessions })

  function openAhead(connectionId: string): void {
    try {
      sessions.of(connectionId).reads.search({}, 0, 1)
    } catch (error) {
      // The window asks for it as well, and is told.
      log.error(`open ${connectionId}`, error)
    }
  }

  const answer =
    <Input, Output>(name: string, work: (input: Input) => Output | Promise<Output>) =>
    (input: Input) =>
      asResult(
        () => work(input),
        (error) => log.error(name, error),
      )

  return {
    answers: {
      ...checked(createHandlers({ sessions, pictures, files, ownFiles }), log.error),
      'store.previewRemoval': answer('store.previewRemoval', ({ connectionId }) => storeData.preview(connectionId)),
      'store.remove': answer('store.remove', async ({ connectionId }) => {
        await storeData.remove(connectionId)
        return null
      }),
      'store.test': answer('store.test', ({ line, keyKind, ...store }) =>
        testConnection(clientFor(line, store), keyKind, Date.now),
      ),
      'picture.staged': answer('picture.staged', ({ connectionId, hash }) => pictures.showStaged(connectionId, hash)),
      'picture.ofJob': answer('picture.ofJob', ({ connectionId, jobId, fileId }) =>
        sessions.of(connectionId).pictureJobs.show(jobId, fileId),
      ),
      'picture.remote': answer('picture.remote', async ({ connectionId, url }) =>
        readyToShow((await opener.cacheOf(connectionId).get(url)).bytes),
      ),
      'picture.kept': answer('picture.kept', async ({ connectionId, url }) =>
        readyToShow((await opener.cacheOf(connectionId).kept(url)).bytes),
      ),
      'engine.close': answer('engine.close', async () => {
        await sessions.closeAll()
        return null
      }),
    },
    hear: hearing<EngineSide['news']>({
      connections: (list) => (connections = list),
      trusted: (origins) => (trusted = origins),
      handedOver: files.take,
      openAhead: ({ connectionId }) => openAhead(connectionId),
      openAll: () => sessions.openAll((id, error) => log.error(`open ${id}`, error)),
      resume: ({ connectionId }) => (connectionId === null ? sessions.resumeAll() : sessions.resume(connectionId)),
    }),
  }
}
