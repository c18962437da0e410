import type { Connections } from '../connections/connections'
import type { Connection } from '../shared/connection'
import type { MainCall } from '../shared/engine-contract'
import type { AppInfo, Settings } from '../shared/settings'
import type { Handlers } from '../wire/handle'

type HandlerParts = {
  connections: Connections
  settings: { get: () => Settings; set: (patch: Partial<Settings>) => Settings }
  openDemo: () => Promise<Connection>
  /** A store need not wait for its time: its key is another one. */
  resume: (connectionId: string) => void
  appInfo: () => Promise<AppInfo>
  openDataFolder: () => Promise<void>
  openExternal: (url: string) => Promise<void>
  isOnline: () => boolean
  edit: (command: 'cut' | 'copy' | 'paste') => unknown
}

/** Call by call what main does for the window itself; all others go to the engine. */
export function createHandlers({ connections, settings, resume, ...os }: HandlerParts): Handlers<MainCall> {
  return {
    'connections.list': () => connections.list(),
    'connections.test': (input) => connections.test(input),
    'connections.add': (input) => connections.add(input),
    'connections.rename': ({ connectionId, name }) => connections.rename(connectionId, name),
    'connections.replaceKey': async ({ connectionId, key }) => {
      const connection = await connections.replaceKey(connectionId, key)
      resume(connectionId)
      return connection
    },
    'connections.previewRemoval': ({ connectionId }) => connections.previewRemoval(connectionId),
    'connections.remove': async ({ connectionId, dropUnsent }) => {
      await connections.remove(connectionId, dropUnsent)
      return null
    },
    'connections.openDemo': () => os.openDemo(),

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
    'app.edit': ({ command }) => {
      os.edit(command)
      return null
    },
  }
}

/** A field that was not sent must not reset the setting. */
function withoutUndefined<T extends object>(patch: T): Partial<T> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>
}
