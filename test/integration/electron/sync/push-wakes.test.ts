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
import { createLine } from '../../../../electron/ecwid/line'
import type { ChangeRecord } from '../../../../electron/shared/change-record'
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

const pictures = {
  bytesOf: () => Promise.reject(new Error('no pictures here')),
  fileOf: () => Promise.reject(new Error('no files here')),
  stageFile: () => Promise.reject(new Error('no files here')),
  keepCopy: () => Promise.resolve(undefined),
}
const quiet = {
  isHeld: () => false,
  writes: { note: () => {}, noteAlong: () => {}, alongOf: () => 0 },
  onChanged: () => {},
  onState: () => {},
  onMissingScope: () => {},
  onProgress: () => {},
  logError: () => {},
}

function editedMug(): ChangeRecord {
  const id = catalogue.transaction(() => {
    const made = catalogue.products.putRemote({ id: 700, name: 'Mug', price: 10 })
    reindexProduct(catalogue, made)
    return made
  })
  const operations = [{ kind: 'update', productId: id, fields: { price: 12 } }] as const
  applyOperations(catalogue, 0, { source: 'form', label: { code: 'text', text: 'Price' }, operations })
  return catalogue.changes.openOf('product', id)[0]!
}

function nobodyThere(onRequest: () => void) {
  const client = createClient({
    line: createLine({
      origin: 'http://127.0.0.1:9',
      key: () => 'secret_x',
      fetch: () => {
        onRequest()
        return Promise.reject(new TypeError('nobody there'))
      },
    }),
    storeId: 1,
    limiter: createLimiter(),
  })
  return createEcwid(client)
}

it('never sleeps on, at whatever moment of its look around a change becomes due', async () => {
  const change = editedMug()
  const asleep: number[] = []
  for (let dueIn = 1; dueIn <= 12; dueIn += 1) {
    // Each look at the clock takes a millisecond.
    let time = 1000
    let woke = false
    catalogue.changes.update(change.id, { state: 'waiting', retryAt: 1000 + dueIn })
    const push = createPush({
      catalogue,
      ecwid: nobodyThere(() => (woke = true)),
      now: () => time++,
      after: () => {
        woke = true
        return () => {}
      },
      ...pictures,
      ...quiet,
    })
    push.kick()
    await push.stop()
    if (!woke) asleep.push(dueIn)
  }
  expect(asleep).toEqual([])
})

it('does not sleep until the old time comes round again when the clock is set back', async () => {
  const change = editedMug()
  catalogue.changes.update(change.id, { state: 'waiting', retryAt: 9_000_000 })
  let time = 8_950_000
  let wake = () => {}
  let rests = Infinity
  let requests = 0
  const push = createPush({
    catalogue,
    ecwid: nobodyThere(() => (requests += 1)),
    now: () => time,
    after: (ms, run) => {
      rests = ms
      wake = run
      return () => {}
    },
    ...pictures,
    ...quiet,
  })
  push.kick()
  expect(rests).toBe(50_000)
  // Ten seconds pass, and the clock is set back by more than an hour.
  time = 8_960_000 - 5_000_000
  wake()
  expect(rests).toBeLessThanOrEqual(60_000)
  time += rests
  wake()
  await push.stop()
  expect(requests).toBe(1)
})
