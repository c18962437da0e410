import { app, ipcMain, net, powerMonitor, protocol, session, shell, type BrowserWindow } from 'electron'
import Store from 'electron-store'
import { lookup } from 'node:dns/promises'
import { join } from 'node:path'
import { createConnections } from './connections/connections'
import { storedConnectionSchema } from './connections/stored-connection'
import { createClient } from './ecwid/client'
import { createLimiters } from './ecwid/limiters'
import { createEvents, type Emit } from './ipc/events'
import { createHandlers } from './ipc/handlers'
import { registerHandlers } from './ipc/register'
import { createGuardedFetch } from './web/guarded-fetch'
import { takeFiles } from './ipc/take-files'
import { createFileTokens } from './images/file-tokens'
import { createImages } from './images/images'
import { createPictureCache } from './images/picture-cache'
import { readyToShow } from './images/mend-picture'
import { announce } from './platform/announce'
import { appScheme, serveApp } from './platform/app-protocol'
import { createDemoProcess } from './platform/demo-process'
import { createKeychain } from './platform/keychain'
import { createLog } from './platform/log'
import { keepOneInstance } from './platform/lifecycle'
import { setMenu } from './platform/menu'
import { createLinkOpener } from './platform/open-links'
import { createNetwork } from './platform/network'
import { createOsCalls, tellSetAside } from './platform/os-calls'
import { pictureScheme, servePictures } from './platform/picture-protocol'
import { openSettingsFile } from './platform/settings-file'
import { createWindow, denyPermissions, isOwnPage, loadWindow } from './platform/window'
import { createTaskbarProgress } from './platform/taskbar-progress'
import { sendEveryWriteOnce, storeFetch } from './platform/store-fetch'
import { maxPictureBytes } from './shared/picture-intake'
import { createStoreData } from './sync/store-data'
import { createStoreOpener } from './sync/open-store'
import { createStoreSessions } from './sync/store-sessions'

// Test switches: they would let an environment variable send keys to another host, so a packaged app does not read them.
const apiOrigin = (!app.isPackaged && process.env.STOCKROOM_API_URL) || 'https://app.ecwid.com'
const keychainService = (!app.isPackaged && process.env.STOCKROOM_KEYCHAIN_SERVICE) || 'Stockroom'

// What is written here is its owner's alone: files 0600, folders 0700.
process.umask(0o077)
app.setName('Stockroom')
// Whoever could attach a debugger would read the keys. The other switches are shut by fuses; Chromium's own is not.
const debugged =
  app.isPackaged && ['port', 'pipe'].some((each) => app.commandLine.hasSwitch(`remote-debugging-${each}`))
sendEveryWriteOnce()
protocol.registerSchemesAsPrivileged([appScheme, pictureScheme])
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
  const tellWindow = createEvents(
    (name, payload) => window?.webContents.send(name, payload),
    (ms, run) => void setTimeout(run, ms),
  )
  const taskbar = createTaskbarProgress(() => window)
  const emit: Emit = (name, payload) => {
    taskbar.hear(name, payload)
    tellWindow(name, payload)
  }
  const after = (ms: number, run: () => void) => {
    // Timers beyond 2^31 ms fire at once; waking up early is harmless.
    const timer = setTimeout(run, Math.min(ms, 2_000_000_000))
    return () => clearTimeout(timer)
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
      if (online) sessions.resumeAll()
    },
  })
  const demo = createDemoProcess({ script: join(__dirname, 'demo-store.js'), folder: join(userData, 'demo') })

  const originOf = async (isDemo: boolean) => (isDemo ? (await demo.address()).origin : apiOrigin)
  const limiterOf = createLimiters()
  const guarded = (http: boolean) =>
    createGuardedFetch({
      http,
      trusted: () => (app.isPackaged ? [demo.origin()] : [demo.origin(), apiOrigin]).filter((each) => each !== null),
      lookUp: (name) => lookup(name, { all: true }),
      maxBytes: maxPictureBytes + 1024,
    })
  const linkFetch = guarded(false)
  const connections = createConnections({
    records: file.connections,
    keychain,
    clientFor: ({ storeId, key, isDemo }) =>
      createClient({
        origin: () => originOf(isDemo),
        storeId,
        key: () => key,
        fetch: network.fetch,
        limiter: limiterOf({ storeId, isDemo }),
        log: log.info,
      }),
    storeData: createStoreData({ userData, sessions: () => sessions }),
    onChange: (list) => emit('connections.changed', list),
    log: log.info,
  })
  const find = (connectionId: string) => connections.list().find(({ id }) => id === connectionId)

  const openDemo = async () => connections.openDemo({ name: 'Demo store', ...(await demo.address()) })

  const opener = createStoreOpener({
    userData,
    find,
    fetch: network.fetch,
    pictureFetch: guarded(true),
    limiterOf,
    originOf,
    keyOf: async (connectionId) =>
      find(connectionId)?.isDemo ? (await demo.address()).key : connections.keyOf(connectionId),
    noteMissingScope: connections.noteMissingScope,
    announce(title, sentence, upload) {
      if (!settings.get().notifications) return
      announce(window, title, sentence, () => upload && emit('pictureJobs.show', upload))
    },
    emit,
    after,
    now: Date.now,
    log,
  })
  const sessions = createStoreSessions({
    open: opener.open,
    connectionIds: () => connections.list().map(({ id }) => id),
  })
  const files = createFileTokens()
  const images = createImages({
    tokens: files,
    stagingOf: opener.stagingOf,
    cache: createPictureCache({ folder: join(userData, 'links'), fetch: linkFetch, maxBytes: 200e6 }),
    fetch: linkFetch,
  })

  registerHandlers(
    ipcMain,
    createHandlers({
      connections,
      sessions,
      images,
      files,
      settings,
      openDemo,
      ...createOsCalls({ dataFolder: userData, logFile, keychainWorks: keychain.works, openLink }),
      isOnline: network.isOnline,
    }),
    { isOwnPage, logError },
  )
  takeFiles(ipcMain, { isOwnPage, take: files.take })
  serveApp(protocol, join(__dirname, '../renderer'))
  servePictures({
    protocol,
    staged: images.showStaged,
    jobFile: (connectionId, jobId, fileId) => sessions.of(connectionId).pictureJobs.show(jobId, fileId),
    remote: async (connectionId, url) => readyToShow((await opener.cacheOf(connectionId).get(url)).bytes),
    isKnownConnection: (connectionId) => find(connectionId) !== undefined,
  })
  denyPermissions(session.defaultSession)
  setMenu((command) => emit('menu.command', command), !app.isPackaged)

  // Before anything can open a store that is on its way out.
  await connections.finishRemovals()
  window = createWindow(userData, openLink)
  window.on('closed', () => (window = null))
  void loadWindow(window)
  if (file.setAside) tellSetAside(window, file.setAside)
  // What waits in a store that is not on the screen is sent too.
  window.webContents.once('did-finish-load', () => log.info('The window is loaded.'))
  window.once('ready-to-show', () => sessions.openAll((id, error) => logError(`open ${id}`, error)))

  const watch = setInterval(network.check, 5_000)
  powerMonitor.on('resume', () => sessions.resumeAll())
  keepOneInstance(window, async () => {
    clearInterval(watch)
    await sessions.closeAll()
    demo.stop()
  })
}
