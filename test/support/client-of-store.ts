import type { DemoStore } from '../../electron/demo-store/demo-store'
import { createClient } from '../../electron/ecwid/client'
import { createEcwid, type Ecwid } from '../../electron/ecwid/ecwid'
import { createLimiter } from '../../electron/ecwid/limiter'
import { createLine } from '../../electron/ecwid/line'

/** Asks a demo store as the app does, without a session. */
export function clientOfStore(store: DemoStore): Ecwid {
  const line = createLine({ origin: new URL(store.baseUrl).origin, key: () => store.secretToken, fetch })
  const limiter = createLimiter({ perMinute: 60_000, burst: 1000 })
  return createEcwid(createClient({ line, storeId: store.storeId, limiter }), () => ['en'])
}
