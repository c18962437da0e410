import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { BridgeApi } from './shared/bridge-api'
import { eventNames, requestNames } from './shared/contract-names'
import { chosenRoot, handOverChannel, mostHandedOver, type FileToken, type HandedOver } from './shared/file-token'

const requests = new Set<string>(requestNames)
const events = new Set<string>(eventNames)

// The window may hand over any object with a `path` of its own; what a real file is, only the engine can say.
type Getter = (this: File) => string
const getterOf = (name: string): Getter | undefined =>
  Object.getOwnPropertyDescriptors(File.prototype as unknown as Record<string, unknown>)[name]?.get as
    Getter | undefined
const [realPath, realRelative] = [getterOf('path'), getterOf('webkitRelativePath')]

/** Electron took `File.path` away in 32 and brought `webUtils` in 29. '' for what is no file of this disk. */
function pathOf(file: File): string {
  try {
    const relative = realRelative?.call(file) ?? ''
    return chosenRoot(webUtils?.getPathForFile(file) ?? realPath?.call(file) ?? '', relative)
  } catch {
    return ''
  }
}

const tokens = new Map<string, FileToken>()

/** Main hears of a file before it is asked about it: both go the same way, in order. */
function tokensOf(files: File[]): FileToken[] {
  const news: HandedOver = []
  const given = files.map((file) => {
    const path = pathOf(file)
    if (path === '') return ''
    const known = tokens.get(path)
    if (known !== undefined) return known
    const token = crypto.randomUUID()
    tokens.set(path, token)
    news.push({ token, path })
    return token
  })
  for (let at = 0; at < news.length; at += mostHandedOver) {
    ipcRenderer.send(handOverChannel, news.slice(at, at + mostHandedOver))
  }
  return given
}

const api: BridgeApi = {
  call(name, input) {
    if (!requests.has(name)) throw new Error(`Unknown call ${name}`)
    return ipcRenderer.invoke(name, input)
  },
  on(name, listener) {
    if (!events.has(name)) throw new Error(`Unknown event ${name}`)
    // The event object would hand the page a way to the sender.
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload)
    ipcRenderer.on(name, forward)
    return () => {
      ipcRenderer.removeListener(name, forward)
    }
  },
  tokensOf,
}

contextBridge.exposeInMainWorld('stockroom', api)
