import { app, ipcMain, net, powerMonitor, protocol, session, shell, type BrowserWindow } from 'electron'
import Store from 'electron-store'
import { join } from 'node:path'
import { createConnections } from './connections/connections'
import { storedConnectionSchema } from './connections/stored-connection'
import { createStoreLines } from './connections/store-lines'
import { createHandlers } from './ipc/handlers'
import { createHostOfEngine } from './ipc/host-of-engine'
import { createProcessHost, type ProcessHost } from './ipc/process-host'
import { createReaderHost } from './ipc/reader-host'
import { takeFiles } from './ipc/take-files'
import { createWindowAnswers } from './ipc/window-answers'
import { windowPort } from './ipc/window-port'
import { announce } from './platform/announce'
import { appScheme, serveApp } from './platform/app-protocol'
import { createDemoProcess } from './platform/demo-process'
import { startChildProcess } from './platform/child-process'
import { createKeychain } from './platform/keychain'
import { createLog } from './platform/log'
import { keepOneInstance, quitOnSignals } from './platform/lifecycle'
import { setMenu } from './platform/menu'
import { createLinkOpener } from './platform/open-links'
import { createNetwork } from './platform/network'
import { createOsCalls, tellSetAside } from './platform/os-calls'
import { pictureScheme, servePictures } from './platform/picture-protocol'
import { placeToSave } from './platform/place-to-save'
import { openSettingsFile } from './platform/settings-file'
import { watchHands } from './platform/own-hands'
import { createWindow, denyPermissions, isOwnPage, loadWindow } from './platform/window'
import { createTaskbarProgress } from './platform/taskbar-progress'
import { sendEveryWriteOnce, storeFetch } from './platform/store-fetch'
import { firstShown, keyKindOf } from './shared/connection'
import type { EventName, Events } from './shared/contract'
import {
  isRepeatable,
  type EngineSide,
  type HostSide,
  type WindowHostSide,
  type WindowSide,
} from './shared/engine-contract'
import { valueOf } from './wire/as-result'
import { checked } from './wire/handle'
import { createWire } from './wire/wire'

// Test switches: they would let an environment variable send keys to another host, so a packaged app does not read them.
const apiOrigin = (!app.isPackaged && process.env.STOCKROOM_API_URL) || 'https://app.ecwid.com'
const keychainService = (!app.isPackaged && process.env.STOCKROOM_KEYCHAIN_SERVICE) || 'Stockroom'

const readerAfterMs = 1_000

// What is written here is its owner's alone: files 0600, folders 0700.
process.umask(0o077)
app.setName('Stockroom')
// Whoever could attach a debugger would read the keys. The other switches are shut by fuses; Chromium's own is not.
const debugged =
  app.isPackaged && ['port', 'pipe'].some((each) => app.commandLine.hasSwitch(`remote-debugging-${each}`))
sendEveryWriteOnce()
protocol.registerSchemesAsPrivileged([appScheme, pictureScheme])
quitOnSignals()
if (debugged) app.exit(1)
else if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(start)

async function start(): Promise<void> {
  const userData = app.getPath('userData')
  const logFile = join(userData, 'logs', 'stockroom.log')
  const log = createLog({ file: logFile })
  const logError = (context: string, error: unknown) => log.error(context, error)
  process.on('uncaughtException', (error) => logError('uncaught', error))
  process.on('unhandledRejection', (error) => logError('unhandled', error))

  const openLink = createLinkOpener((url) => shell.openExternal(url), Date.now)
  let window: BrowserWindow | null = null
  let isByHand = () => false
  const after = (ms: number, run: () => void) => void setTimeout(run, ms)
  const taskbar = createTaskbarProgress(() => window)
  const emit = <Name extends EventName>(name: Name, payload: Events[Name]) => {
    taskbar.hear(name, payload)
    page.tell(name, payload)
  }

  const file = openSettingsFile({
    cwd: userData,
    open: (options) => new Store(options),
    connectionSchema: storedConnectionSchema,
  })
  const settings = {
    get: () => file.settings.get(),
    set(patch: Parameters<typeof file.settings.set>[0]) {
      const next = file.settings.set(patch)
      emit('settings.changed', next)
      return next
    },
  }
  const keychain = createKeychain({ service: keychainService })
  const network = createNetwork({
    hasNetwork: () => net.isOnline(),
    fetch: storeFetch,
    onChange(online) {
      emit('network.changed', { online })
      if (online) engine.tell('resume', { connectionId: null })
    },
  })
  const demo = createDemoProcess({
    script: join(__dirname, 'demo-store.js'),
    folder: join(userData, 'demo'),
    onOrigin: () => engine.tell('trusted', trusted()),
  })
  const trusted = () => (app.isPackaged ? [demo.origin()] : [demo.origin(), apiOrigin]).filter((each) => each !== null)

  const connections = createConnections({
    records: file.connections,
    keychain,
    tryKey: ({ key, storeId, isDemo }) =>
      lines.lend({ key, isDemo }, async (line) =>
        valueOf(await engine.ask('store.test', { line, storeId, isDemo, keyKind: keyKindOf(key) ?? 'secret' })),
      ),
    storeData: {
      preview: async (connectionId) => valueOf(await engine.ask('store.previewRemoval', { connectionId })),
      remove: async (connectionId) => void valueOf(await engine.ask('store.remove', { connectionId })),
    },
    onChange(list) {
      emit('connections.changed', list)
      emit('settings.changed', settings.get())
      engine.tell('connections', list)
    },
    log: log.info,
  })
  const find = (connectionId: string) => connections.list().find(({ id }) => id === connectionId)
  const lines = createStoreLines({
    find,
    originOf: async (isDemo) => (isDemo ? (await demo.address()).origin : apiOrigin),
    keyOf: async (id) => (find(id)?.isDemo ? (await demo.address()).key : connections.keyOf(id)),
    fetch: network.fetch,
  })
  const handedOver = takeFiles(ipcMain, { isOwnPage, take: (handed) => engine.tell('handedOver', handed) })

  const reader = createReaderHost({
    launch: () => startChildProcess('Stockroom reader', join(__dirname, 'reader.js'), []),
    engine: () => engine,
    after,
    now: Date.now,
    log,
  })
  const engine: ProcessHost<EngineSide> = createProcessHost<HostSide, EngineSide>({
    name: 'engine',
    launch: () => startChildProcess('Stockroom engine', join(__dirname, 'engine.js'), [userData]),
    here: createHostOfEngine({
      lines,
      emit,
      noteMissingScope: connections.noteMissingScope,
      announce({ title, sentence, upload }) {
        if (!settings.get().notifications) return
        announce(window, title, sentence, () => upload && emit('pictureJobs.show', upload))
      },
      placeToSave: (name) => placeToSave(window, name),
      showInFolder: (path) => shell.showItemInFolder(path),
      reader,
      log,
    }),
    greet(started) {
      started.tell('connections', connections.list())
      started.tell('trusted', trusted())
      started.tell('handedOver', handedOver())
    },
    writesEnded: lines.writesEnded,
    stopWrites: lines.stopWrites,
    onDeath: reader.closeAll,
    isRepeatable,
    onRestart() {
      engine.tell('openAll', null)
      emit('engine.restarted', {})
    },
    farewell: (running) => running.ask('engine.close', null),
    after,
    now: Date.now,
    log: log.info,
  })

  const page = createWire<WindowHostSide, WindowSide>(windowPort({ ipcMain, window: () => window, isOwnPage }), () => ({
    answers: createWindowAnswers({
      main: checked(
        createHandlers({
          connections,
          settings,
          openDemo: async () => connections.openDemo({ name: 'Demo store', ...(await demo.address()) }),
          resume: (connectionId) => engine.tell('resume', { connectionId }),
          ...createOsCalls({ dataFolder: userData, logFile, keychainWorks: keychain.works, openLink }),
          isOnline: network.isOnline,
          // Copying reads nothing, and comes as late as the rows of a tall block are read.
          edit: (command) => (command !== 'paste' || isByHand()) && window?.webContents[command](),
        }),
        logError,
      ),
      engine,
      reader,
    }),
    hear: () => {},
  }))
  serveApp(protocol, join(__dirname, '../renderer'))
  servePictures({
    protocol,
    staged: async (connectionId, hash) => valueOf(await engine.ask('picture.staged', { connectionId, hash })),
    jobFile: async (connectionId, jobId, fileId) =>
      valueOf(await engine.ask('picture.ofJob', { connectionId, jobId, fileId })),
    remote: async (connectionId, url) => valueOf(await engine.ask('picture.remote', { connectionId, url })),
    kept: async (connectionId, url) => valueOf(await engine.ask('picture.kept', { connectionId, url })),
    isKnownConnection: (connectionId) => find(connectionId) !== undefined,
  })
  denyPermissions(session.defaultSession)
  setMenu((command) => emit('menu.command', command), !app.isPackaged)

  // Before anything can open a store that is on its way out.
  await connections.finishRemovals()
  const first = firstShown(connections.list(), settings.get())
  if (first) engine.tell('openAhead', { connectionId: first.id })
  window = createWindow(userData, openLink)
  isByHand = watchHands(window.webContents, () => performance.now())
  window.on('closed', () => (window = null))
  void loadWindow(window)
  if (file.setAside) tellSetAside(window, file.setAside)
  // What waits in a store that is not on the screen is sent too.
  window.webContents.once('did-finish-load', () => log.info('The window is loaded.'))
  window.once('ready-to-show', () => engine.tell('openAll', null))
  // The window comes first; until then the engine answers.
  after(readerAfterMs, () => reader.start())

  const watch = setInterval(network.check, 5_000)
  powerMonitor.on('resume', () => engine.tell('resume', { connectionId: null }))
  keepOneInstance(window, async () => {
    clearInterval(watch)
    await reader.close()
    await engine.close()
    await demo.stop()
  })
}
