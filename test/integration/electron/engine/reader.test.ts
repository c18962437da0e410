import { MessageChannel } from 'node:worker_threads'
import Database from 'libsql'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openCatalogue, type Catalogue } from '../../../../electron/catalogue/catalogue'
import { createChanges } from '../../../../electron/changes/changes'
import { createReader } from '../../../../electron/engine/reader'
import { createReaderHost } from '../../../../electron/ipc/reader-host'
import { createWindowAnswers } from '../../../../electron/ipc/window-answers'
import type { RequestInput, RequestOutput } from '../../../../electron/shared/contract'
import type { EngineSide, ReaderCall, ReaderHostSide, ReaderSide } from '../../../../electron/shared/engine-contract'
import { valueOf } from '../../../../electron/wire/as-result'
import { createWire } from '../../../../electron/wire/wire'
import { threadPort } from '../../../support/line-over-a-wire'
import { put, temporaryFile } from '../catalogue/open-catalogue'

const inShop = { connectionId: 'shop' }
let catalogue: Catalogue
let changes: ReturnType<typeof createChanges>
let busy: InstanceType<typeof Database>
let host: ReturnType<typeof createReaderHost>
let askedOfEngine: string[]
let productId: number

/** A store whose engine answers nothing any more, with a write under way, and a reader that has it open. */
beforeEach(() => {
  const file = temporaryFile()
  catalogue = openCatalogue(file)
  changes = createChanges({ catalogue, now: () => 1, onChanged: () => {}, logError: console.error })
  catalogue.transaction(() => put(catalogue, { id: 7, name: 'Mug', sku: 'M-1', price: 9, updateTimestamp: 1 }))
  productId = catalogue.products.findByEcwidId(7)!
  askedOfEngine = []
  host = createReaderHost({
    launch() {
      const { port1, port2 } = new MessageChannel()
      createWire<ReaderSide, ReaderHostSide>(threadPort(port1), createReader)
      return { port: threadPort(port2), onExit: () => {}, kill: () => port1.close() }
    },
    engine: () => ({ ask: hangs }) as unknown as Pick<EngineSide, never> & { ask: typeof hangs },
    after: () => {},
    now: () => 0,
    log: { info: () => {}, error: (text) => askedOfEngine.push(text) },
  })
  host.hear('opened', { ...inShop, file })
  host.start()
  busy = new Database(file)
})
afterEach(async () => {
  busy.close()
  host.hear('closed', inShop)
  await host.close()
  await changes.stop()
  catalogue.close()
})

const hangs = (name: string): Promise<never> => {
  askedOfEngine.push(name)
  return new Promise(() => {})
}

async function ask<Name extends ReaderCall>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
  const answers = createWindowAnswers({ main: {} as never, engine: { ask: hangs } as never, reader: host })
  return valueOf(await (answers[name] as (raw: unknown) => Promise<never>)(input))
}

const rows = () =>
  ask('catalogue.sheetRows', { ...inShop, productIds: [productId], fields: ['name', 'price'], variations: false })
const setsOf = () => ask('changes.list', { ...inShop, filter: 'all', offset: 0, limit: 10 })
function rename(name: string): number {
  const operations = [{ kind: 'update' as const, productId, fields: { name } }]
  return changes.apply({ source: 'form', label: { code: 'edit-product', product: 'Mug' }, operations }).changeSetId!
}

it('has in the rows of the sheet what was saved or typed a moment ago, while the engine is busy', async () => {
  expect(await rows()).toMatchObject([{ fields: { name: 'Mug', price: 9 }, draft: null }])
  rename('Cup')
  catalogue.drafts.put(productId, {
    base: { price: 9 },
    patch: { price: 12 },
    unparsed: {},
    variations: {},
    savedAt: 1,
  })
  busy.exec('BEGIN IMMEDIATE')
  expect(await rows()).toMatchObject([{ fields: { name: 'Cup', price: 9 }, draft: { patch: { price: 12 } } }])
  expect(askedOfEngine).toEqual([])
})

it('tells of all change sets, what going back would do, and who is called what, while the engine is busy', async () => {
  const changeSetId = rename('Cup')
  busy.exec('BEGIN IMMEDIATE')
  const of = { ...inShop, changeSetId }
  expect(await setsOf()).toMatchObject({ total: 1, sets: [{ id: changeSetId, state: 'waiting', changeCount: 1 }] })
  expect(await ask('changes.ofSet', { ...of, offset: 0, limit: 10 })).toMatchObject([{ after: 'Cup' }])
  expect(await ask('changes.history', { ...inShop, productId, offset: 0, limit: 10 })).toMatchObject({ total: 1 })
  expect(await ask('changes.conflicts', { ...inShop, offset: 0, limit: 10 })).toMatchObject({ conflicts: [] })
  expect(await ask('changes.previewRevert', { ...of, offset: 0, limit: 10 })).toMatchObject([{ after: 'Mug' }])
  expect(await ask('changes.tallyRevert', of)).toEqual({ things: 1, total: 1, plain: 1, moved: 0 })
  expect(await ask('catalogue.typeTally', { ...inShop, id: 0 })).toMatchObject({ products: 1 })
  expect(await ask('catalogue.named', { ...inShop, references: [7] })).toMatchObject([{ name: 'Cup' }])
  const taken = { ...inShop, skus: ['M-1', 'M-2'], exceptProductId: null }
  expect(await ask('catalogue.takenSkus', taken)).toEqual(['M-1'])
  expect(askedOfEngine).toEqual([])
})
