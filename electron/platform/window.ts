import { app, BrowserWindow, screen, type IpcMainInvokeEvent, type Session } from 'electron'
import Store from 'electron-store'
import { join } from 'node:path'
import { z } from 'zod'
import { appOrigin } from './app-protocol'
import { devServerOf, isOwnUrl } from './own-page'

const placeSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  maximized: z.boolean(),
})
type Place = z.infer<typeof placeSchema>

/** The one window: sandboxed, without Node, and it goes nowhere. */
export function createWindow(userData: string, openLink: (url: string) => Promise<void>): BrowserWindow {
  const places = new Store<{ place?: unknown }>({ cwd: userData, name: 'window', clearInvalidConfig: true })
  const place = onScreen(placeSchema.safeParse(places.get('place')).data)
  const window = new BrowserWindow({
    title: 'Stockroom',
    width: 1280,
    height: 800,
    ...(place && { x: place.x, y: place.y, width: place.width, height: place.height }),
    minWidth: 720,
    minHeight: 480,
    show: false,
    webPreferences: {
      preload: join(__dirname, '../preload/preload.js'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  if (place?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    places.set('place', { ...window.getNormalBounds(), maximized: window.isMaximized() } satisfies Place)
  })
  stayHome(window, openLink)
  loadAgainAfterCrash(window)
  return window
}

/** The remembered place, unless its screen is gone. */
function onScreen(place: Place | undefined): Place | undefined {
  if (!place) return undefined
  const visible = screen.getAllDisplays().some(({ workArea }) => {
    const inWidth = place.x + place.width > workArea.x + 100 && place.x < workArea.x + workArea.width - 100
    return inWidth && place.y >= workArea.y && place.y < workArea.y + workArea.height - 50
  })
  return visible ? place : undefined
}

/** No page but the app's own, no popups; a link that asks for one opens in the OS browser if it is https. */
function stayHome(window: BrowserWindow, openLink: (url: string) => Promise<void>): void {
  window.webContents.setWindowOpenHandler(({ url }) => {
    openLink(url).catch(() => {})
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', (event, url) => {
    if (!isOwnUrl(url, devServer())) event.preventDefault()
  })
  window.webContents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Camera, location, notifications from the page and the like: the app asks for none. The clipboard may be written. */
export function denyPermissions(session: Session): void {
  const allowed = new Set(['clipboard-sanitized-write'])
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(allowed.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission))
}

const crashesAtMost = 3
const crashWindowMs = 60_000

/** Drafts are kept by main, so the page comes back with them; one that crashes again and again is left alone. */
function loadAgainAfterCrash(window: BrowserWindow): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    crashes = [...crashes.filter((at) => Date.now() - at < crashWindowMs), Date.now()]
    if (crashes.length <= crashesAtMost) setImmediate(() => window.isDestroyed() || window.webContents.reload())
  })
}

const devServer = (): string | undefined => devServerOf(app.isPackaged, process.env.ELECTRON_RENDERER_URL)

export function isOwnPage(event: IpcMainInvokeEvent): boolean {
  return event.senderFrame !== null && event.senderFrame.parent === null && isOwnUrl(event.senderFrame.url, devServer())
}

export function loadWindow(window: BrowserWindow): Promise<void> {
  return window.loadURL(devServer() ?? `${appOrigin}/index.html`)
}
