import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openCatalogue, type Catalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { changeStates, type ChangeState } from '../../../../electron/shared/change'
import {
  toAddPicture,
  toCreate,
  toDelete,
  toSet,
  toSetAlt,
  toSetVariationPicture,
  type Act,
  type ThingRef,
} from '../../../../electron/shared/change-address'
import { isOpen, type ChangeRecord } from '../../../../electron/shared/change-record'

// What goes next is looked up in a table of its own. It must say what a walk over all changes would say.

let folder: string
let catalogue: Catalogue
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-queue-'))
  catalogue = openCatalogue(join(folder, 'c.sqlite'))
})
afterEach(() => {
  catalogue.close()
  rmSync(folder, { recursive: true })
})

const now = 1000
const change = fc.record({
  localId: fc.integer({ min: 1, max: 4 }),
  act: fc.constantFrom<Act>(
    toSet('price'),
    toCreate,
    toDelete,
    toAddPicture,
    toSetAlt('a'),
    toSetVariationPicture(7),
    // Each kind of thing counts its local ids by itself.
    { ...toSet('name'), thing: 'category' },
    { ...toDelete, thing: 'category' },
  ),
  state: fc.constantFrom(...changeStates),
  retryAt: fc.constantFrom(null, 500, 1500, 2500),
  isDecided: fc.boolean(),
  waits: fc.boolean(),
})
type Made = typeof change extends fc.Arbitrary<infer Value> ? Value : never

function settable({ state, retryAt, isDecided, waits }: Made) {
  const decision = isDecided ? { take: 'mine' as const, before: 1, after: 2, theirs: 3, reason: null } : null
  return { state, retryAt, decision, waitsFor: waits ? 999 : null }
}

/** The rule as a walk over the changes of one thing. */
function candidates(open: readonly ChangeRecord[]): { list: Act['list']; at: number }[] {
  const isStuck = open.some(({ verb, state }) => verb === 'create' && (state === 'refused' || state === 'conflict'))
  const found: { list: Act['list']; at: number }[] = []
  let resting = 0
  for (const { list, verb, state, retryAt, decision, waitsFor } of open) {
    if (state === 'held') break
    if (decision && state === 'waiting') resting = Math.max(resting, retryAt ?? 0)
    if ((state !== 'waiting' && state !== 'unknown') || waitsFor !== null || (isStuck && verb !== 'delete')) continue
    found.push({ list, at: Math.max(resting, retryAt ?? 0) })
  }
  return found
}

it('says what a walk over all changes would say, whatever is written to them', () => {
  const changes = fc.array(change, { minLength: 1, maxLength: 25 })
  const rounds = fc.array(fc.array(fc.tuple(fc.nat(24), change), { maxLength: 8 }), { maxLength: 3 })
  fc.assert(
    // Nothing here has to outlast a power cut.
    fc.property(changes, rounds, (made, edits) =>
      catalogue.repeatable(() => {
        const setId = catalogue.changes.insertSet({
          source: 'form',
          label: { code: 'text', text: 'Test' },
          createdAt: 0,
          revertOf: null,
        })
        const before = catalogue.changes.counts()
        const base = setId * 10
        const ids = made.map((one) => {
          const about = { productId: base + one.localId, productName: 'Mug', ...one.act, before: null, after: null }
          const id = catalogue.changes.insert(setId, about)
          catalogue.changes.update(id, settable(one))
          return id
        })
        for (const round of [[], ...edits]) {
          for (const [at, to] of round) catalogue.changes.update(ids[at % ids.length]!, settable(to))
          check(base, before)
        }
        for (const id of ids) catalogue.changes.update(id, { state: 'sent' })
      }),
    ),
    { numRuns: 150 },
  )
})

function check(base: number, before: Partial<Record<ChangeState, number>>): void {
  const things = (['product', 'category'] as const).flatMap((thing) =>
    [1, 2, 3, 4].map((each) => ({ thing, id: base + each })),
  )
  const open = things.map(({ thing, id }) => catalogue.changes.openOf(thing, id).filter(isOpen))
  const due = open.map((each) => candidates(each).filter(({ at }) => at <= now))
  const named = ({ thing, id }: ThingRef) => `${thing} ${id}`
  const those = (isMeant: (candidates: (typeof due)[number]) => boolean) =>
    things
      .filter((_, at) => isMeant(due[at]!))
      .map(named)
      .sort()
  const isQuick = ({ list }: Pick<Act, 'list'>) => list === null
  const lanes = (quick: boolean) => new Set(catalogue.changes.dueAt(now, { quick, limit: 100 }).map(named))
  const [quick, pictures] = [lanes(true), lanes(false)]
  expect([...quick].sort()).toEqual(those((each) => each.some(isQuick)))
  const all = new Set([...quick, ...pictures])
  expect([...all].sort()).toEqual(those((each) => each.length > 0))
  const later = open.flatMap(candidates).filter(({ at }) => at > now)
  const next = catalogue.changes.nextDueAt(now)
  // It may wake up for more than one reason, never too late.
  if (later.length > 0 && all.size === 0) expect(next).toBe(Math.min(...later.map(({ at }) => at)))
  const counted = new Map<string, number>(Object.entries(before))
  for (const { state } of open.flat()) counted.set(state, (counted.get(state) ?? 0) + 1)
  expect(catalogue.changes.counts()).toEqual(Object.fromEntries(counted))
}

it('goes on with what waited in a database of the version before', () => {
  const file = join(folder, 'older.sqlite')
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, 6))
  db.exec(`INSERT INTO change_sets (id, source, label, created_at) VALUES (1, 'form', 'Price', 0);
    INSERT INTO changes (set_id, product_id, product_name, kind, field, state) VALUES
      (1, 7, 'Mug', 'field', 'price', 'waiting'), (1, 8, 'Cup', 'field', 'price', 'held'),
      (1, 9, 'Jug', 'picture.add', NULL, 'unknown'), (1, 9, 'Jug', 'field', 'price', 'sent');`)
  db.close()
  const older = openCatalogue(file)
  expect(older.changes.dueAt(now, { quick: true, limit: 10 })).toEqual([{ thing: 'product', id: 7 }])
  expect(older.changes.dueAt(now, { quick: false, limit: 10 })).toEqual([{ thing: 'product', id: 9 }])
  expect(older.changes.counts()).toEqual({ waiting: 1, held: 1, unknown: 1 })
  older.close()
})

it.each(['held', 'refused', 'conflict'] as const)(
  'does not count as waiting what waits for a %s one, or for what waits for that',
  (state) => {
    const setId = catalogue.changes.insertSet({
      source: 'form',
      label: { code: 'salvaged' },
      createdAt: now,
      revertOf: null,
    })
    const [first, second, third] = [1, 2, 3].map((productId) =>
      catalogue.changes.insert(setId, { productId, productName: 'X', ...toSet('price'), before: 1, after: 2 }, null),
    )
    catalogue.changes.update(second!, { waitsFor: first! })
    catalogue.changes.update(third!, { waitsFor: second! })
    expect(catalogue.changes.counts()).toEqual({ waiting: 3 })
    catalogue.changes.update(first!, { state })
    expect(catalogue.changes.counts()).toEqual({ waiting: 0, [state]: state === 'held' ? 3 : 1 })
  },
)

it('goes on thing by thing with what waited of products only', () => {
  const file = join(folder, 'older.sqlite')
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, 16))
  db.exec(`INSERT INTO change_sets (id, source, label, created_at) VALUES (1, 'form', '{"code":"salvaged"}', 5);
    INSERT INTO changes (set_id, product_id, product_name, verb, list, field, before, after, state, retry_at) VALUES
      (1, 7, 'Mug', 'set', NULL, 'price', '1', '2', 'waiting', NULL), (1, 8, 'Cup', 'set', NULL, 'price', '1', '2', 'sent', NULL),
      (1, 9, 'Jug', 'add', 'pictures', NULL, NULL, '{}', 'waiting', 2500);`)
  db.close()
  const { changes, close } = openCatalogue(file)
  expect(changes.dueAt(now, { quick: true, limit: 10 })).toEqual([{ thing: 'product', id: 7 }])
  expect(changes.nextDueAt(now)).toBe(2500)
  expect(changes.dueAt(2500, { quick: false, limit: 10 })).toEqual([{ thing: 'product', id: 9 }])
  expect(changes.counts()).toEqual({ waiting: 2 })
  close()
})

it('keeps what is done to one thing apart from what is done to another of the same number', () => {
  const setId = catalogue.changes.insertSet({
    source: 'form',
    label: { code: 'salvaged' },
    createdAt: 0,
    revertOf: null,
  })
  const about = { productId: 7, productName: 'Mug', ...toSet('name'), before: 'Mug', after: 'Cup' }
  const { changes } = catalogue
  const [ofProduct, ofCategory] = [about, { ...about, thing: 'category' as const }].map((each) =>
    changes.insert(setId, each),
  )
  const ids = (records: readonly ChangeRecord[]) => records.map(({ id }) => id)
  const [product, category] = [
    { thing: 'product', id: 7 },
    { thing: 'category', id: 7 },
  ] as const
  expect(ids(changes.openOf('product', 7))).toEqual([ofProduct])
  expect(ids(changes.openOf('category', 7))).toEqual([ofCategory])
  expect(ids(changes.history(product, 0, 10).entries)).toEqual([ofProduct])
  expect(changes.history(category, 0, 10).total).toBe(1)
  expect(changes.outlineOfThing(setId, category).map(({ id }) => id)).toEqual([ofCategory])
  expect([changes.thingCountOf(setId), changes.idsOf(setId)]).toEqual([2, [7]])
  expect(changes.dueAt(now, { quick: true, limit: 10 })).toEqual([product, category])
  for (const id of [ofProduct!, ofCategory!]) changes.update(id, { state: 'conflict', theirs: 'Jug' })
  expect(changes.conflicts({ offset: 0, limit: 10 })).toMatchObject({
    total: 2,
    conflicts: [{ id: ofProduct }, { id: ofCategory }],
  })
  changes.moveProduct(7, 8)
  expect(ids(changes.openOf('category', 7))).toEqual([ofCategory])
  expect(changes.list('open', category, 0, 10).total).toBe(1)
  expect(changes.list('open', product, 0, 10).total).toBe(0)
})
