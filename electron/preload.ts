import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { BridgeApi } from './shared/bridge-api'
import { eventNames, requestNames } from './shared/contract-names'

const requests = new Set<string>(requestNames)
const events = new Set<string>(eventNames)

/** Electron took `File.path` away in 32 and brought `webUtils` in 29. */
function pathOf(file: File): string {
  return webUtils?.getPathForFile(file) ?? (file as File & { path?: string }).path ?? ''
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
  pathsOf: (files) => files.map(pathOf),
}

contextBridge.exposeInMainWorld('stockroom', api)
