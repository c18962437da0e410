import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openCatalogue, type Catalogue } from '../../../../electron/catalogue/catalogue'
import { applyOperations } from '../../../../electron/changes/apply'
import { reindexProduct } from '../../../../electron/changes/reindex'
import { createClient } from '../../../../electron/ecwid/client'
import { createEcwid } from '../../../../electron/ecwid/ecwid'
import { createLimiter } from '../../../../electron/ecwid/limiter'
import { createPush } from '../../../../electron/sync/push'

let folder: string
let catalogue: Catalogue
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-push-'))
  catalogue = openCatalogue(join(folder, 'c.sqlite'))
})
afterEach(() => {
  catalogue.close()
  rmSync(folder, { recursive: true })
})

it('never sleeps on, at whatever moment of its look around a change becomes due', async () => {
  const id = catalogue.transaction(() => {
    const made = catalogue.products.putRemote({ id: 700, name: 'Mug', price: 10 })
    reindexProduct(catalogue, made)
    return made
  })
  const operations = [{ kind: 'update', productId: id, fields: { price: 12 } }] as const
  applyOperations(catalogue, 0, { source: 'form', label: 'Price', operations })
  const [change] = catalogue.changes.openOf(id)

  const asleep: number[] = []
  for (let dueIn = 1; dueIn <= 12; dueIn += 1) {
    // Each look at the clock takes a millisecond.
    let time = 1000
    let woke = false
    catalogue.changes.update(change!.id, { state: 'waiting', retryAt: 1000 + dueIn })
    const client = createClient({
      origin: 'http://127.0.0.1:9',
      storeId: 1,
      key: () => 'secret_x',
      limiter: createLimiter(),
      fetch: () => {
        woke = true
        return Promise.reject(new TypeError('nobody there'))
      },
    })
    const push = createPush({
      catalogue,
      ecwid: createEcwid(client),
      now: () => time++,
      after: () => {
        woke = true
        return () => {}
      },
      bytesOf: () => Promise.reject(new Error('no pictures here')),
      keepCopy: () => Promise.resolve(undefined),
      isHeld: () => false,
      writes: { note: () => {} },
      onChanged: () => {},
      onState: () => {},
      onMissingScope: () => {},
      onProgress: () => {},
      logError: () => {},
    })
    push.kick()
    await push.stop()
    if (!woke) asleep.push(dueIn)
  }
  expect(asleep).toEqual([])
})
