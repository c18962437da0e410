import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { BridgeApi } from './shared/bridge-api'
import type { EventName } from './shared/contract'
import type { WindowHostSide, WindowSide } from './shared/engine-contract'
import type { FileToken, HandedOver } from './shared/file-token'
import { chosenRoot, handOverChannel, mostHandedOver } from './shared/hand-over'
import { wireChannel } from './shared/wire-channel'
import { createWire } from './wire/wire'

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

const listeners = new Map<EventName, Set<(payload: never) => void>>()
const main = createWire<WindowSide, WindowHostSide>(
  {
    post: (message) => ipcRenderer.send(wireChannel, message),
    // The event object would hand the page a way to the sender.
    listen: (hear) => void ipcRenderer.on(wireChannel, (_event, message) => hear(message)),
  },
  () => ({
    answers: {},
    hear: (name, payload) => listeners.get(name)?.forEach((listener) => listener(payload as never)),
  }),
)

const api: BridgeApi = {
  call: (name, input) => main.ask(name, input),
  on(name, listener) {
    const heard = listeners.get(name) ?? new Set()
    listeners.set(name, heard.add(listener))
    return () => {
      heard.delete(listener)
    }
  },
  tokensOf,
}

contextBridge.exposeInMainWorld('stockroom', api)
