import { lookup } from 'node:dns/promises'
import { createGuardedFetch } from '../../electron/web/guarded-fetch'

/** The guarded fetch of the app, with a server of this machine in the place of the demo store. */
export function guardFor(...trusted: string[]) {
  return createGuardedFetch({
    http: true,
    trusted: () => trusted,
    lookUp: (name) => lookup(name, { all: true }),
    maxBytes: 21 * 1024 * 1024,
  })
}
