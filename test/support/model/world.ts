import { expect } from 'vitest'
import { imagesOf, pictureKey } from '../../../electron/changes/pictures'
import { entriesOf } from '../../../electron/shared/fields/list-kind'
import { startDemoStore } from '../../../electron/demo-store/demo-store'
import { isOfPictures, ordersPictures } from '../../../electron/shared/change-address'
import type { ChangeRecord } from '../../../electron/shared/change-record'
import { remoteProductSchema } from '../../../electron/shared/remote-product'
import { readState, type StoredProduct } from '../stored-product'
import { createTestClock } from '../test-clock'
import { controlOf } from '../store-control'
import { readRemote } from '../synced-store'
import { shownAndStored } from './as-shown'
import type { ComingBack } from './coming-back'
import { createLedger } from './ledger'
import { isStockInDoubt, openStock } from './open-stock'
import { createLooks } from './moved-by'
import { meetPerson, type Person } from './person'
import { needless } from './questions'
import { withChoice } from './with-choice'
import type { Step } from './steps'

const movesStock: ReadonlySet<Step['do']> = new Set(['sell', 'try', 'crash', 'push', 'push-and-pull'])
/** Two people and the web at work on the same three products of one store. */
export async function openWorld() {
  const clock = createTestClock()
  const store = await startDemoStore({ rateLimitPerMinute: 0, clock: clock.steady, products: 30 })
  const control = controlOf(store)
  const problems: string[] = []
  await control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de'] } })
  const people = await Promise.all([0, 1].map(() => meetPerson(store, clock, (problem) => problems.push(problem))))
  for (const person of people) await person.online(Infinity, () => person.client.pull())

  const rows = people[0]!.client.catalogue.search({ sort: 'NAME_ASC' }, 0, 60).rows
  const chosen = rows.filter((row) => row.quantity !== null && row.variationCount === 0 && row.pictureCount > 1)
  const products = chosen.slice(0, 3).map(({ ecwidId }) => ecwidId!)
  const start = new Map((await readState(store)).products.map((product) => [product.id, product]))
  const categories = people[0]!.client.session.snapshot().categories.slice(0, 5)
  const attributeIds = people[0]!.client.session
    .snapshot()
    .productTypes[0]!.attributes.slice(0, 2)
    .map(({ id }) => id)

  const ledger = createLedger(products, new Map([...start].map(([id, { quantity }]) => [id, quantity])))
  let number = 0
  /** Undone, done again, taken back: how often, and how often that did something. */
  const cameBack = { tried: 0, done: 0 }
  let isLagging = false
  /** What a pull has to find: the search of the store may know nothing of what was written just now. */
  const inIndex = () => (isLagging ? [] : products)

  const stored = async (id: number): Promise<StoredProduct | undefined> =>
    (await readState(store)).products.find((product) => product.id === id)

  /** Who moves a stock by just as much, while somebody's request about it is on the wire, cannot be told from them. */
  function letOthersWait(): void {
    const isOpen = ({ client }: Person) => client.catalogue.changes.allOpen(1000).some(isStockInDoubt)
    if (people.some(isOpen)) clock.skip(60_000)
  }

  const comesBack: ReadonlySet<Step['do']> = new Set(['take-back', 'undo', 'undo-set', 'redo', 'drop'])
  async function take(step: Step): Promise<void> {
    await act(step)
    if ('client' in step && comesBack.has(step.do)) await people[step.client]!.stillShowing(products)
    expect(problems).toEqual([])
  }

  async function act(step: Step): Promise<void> {
    number += 1
    if (movesStock.has(step.do)) letOthersWait()
    const id = 'product' in step ? products[step.product]! : 0
    const person = 'client' in step ? people[step.client]! : people[0]!
    if (!['delete', 'web-delete', 'sell', 'stock'].includes(step.do)) ledger.edited.add(id)
    switch (step.do) {
      case 'edit':
        return person.edit(id, step.field, step.field === 'name' ? `Mine ${number}` : 1000 + number)
      case 'attribute': {
        const key = String(attributeIds[step.key])
        person.apply(id, (productId, { attributes }) => [
          { kind: 'update', productId, fields: { attributes: { ...attributes, [key]: `Value ${number}` } } },
        ])
        return
      }
      case 'attribute-text': {
        const key = String(attributeIds[step.key])
        person.apply(id, (productId, { attributes, attributesTranslated: texts }) => {
          if (!attributes[key]) return []
          const attributesTranslated = { ...texts, [`${key}.de`]: `Wert ${number}` }
          return [{ kind: 'update', productId, fields: { attributesTranslated } }]
        })
        return
      }
      case 'choice': {
        const planned = person.apply(id, (productId, { options }) => [
          { kind: 'update', productId, fields: { options: withChoice(options, `Mine ${number}`) } },
        ])
        if (planned.length > 0) ledger.noteChoice(id, `Mine ${number}`)
        return
      }
      case 'web-choice': {
        const product = await stored(id)
        if (!product) return
        const options = withChoice(entriesOf(product['options']), `Web ${number}`)
        await control('POST', `/products/${id}`, { options })
        ledger.noteChoice(id, `Web ${number}`)
        return
      }
      case 'category': {
        const category = categories[step.category]!.id
        person.apply(id, (productId, { categoryIds }) => {
          const rest = categoryIds.filter((each) => each !== category)
          const next = rest.length < categoryIds.length ? rest : [...rest, category]
          return [{ kind: 'update', productId, fields: { categoryIds: next } }]
        })
        return
      }
      case 'stock': {
        const planned = person.apply(id, (productId, { quantity }) => [
          { kind: 'update', productId, fields: { quantity: quantity + step.delta } },
        ])
        if (planned.length > 0) ledger.stock.set(id, ledger.stock.get(id)! + step.delta)
        for (const change of planned)
          ledger.counted.set(person, [...(ledger.counted.get(person) ?? []), { id, change }])
        return
      }
      case 'take-back':
      case 'undo':
        return takeBack(person, id, step.do)
      case 'undo-set':
      case 'redo':
      case 'drop':
        return comeBack(person, step)
      case 'alt': {
        const drawn = drawnOf(person, id)
        if (!drawn) return
        const alt = `Words ${number}`
        person.apply(id, (productId) => [{ kind: 'picture.alt', productId, picture: drawn, alt }])
        return
      }
      case 'alt-in': {
        const drawn = drawnOf(person, id)
        if (!drawn) return
        const alt = `Worte ${number}`
        person.apply(id, (productId) => [{ kind: 'picture.alt-in', productId, picture: drawn, language: 'de', alt }])
        return
      }
      case 'order': {
        const order = person.pictures(id).reverse()
        if (order.length < 2) return
        ledger.arranged.set(id, (ledger.arranged.get(id) ?? new Set()).add(person))
        person.apply(id, (productId) => [{ kind: 'picture.order', productId, order }])
        return
      }
      case 'hold':
        person.client.session.changes.holdAll(step.on)
        return
      case 'add-picture': {
        const hash = await person.addPicture(id, number)
        if (hash) ledger.pictures.set(hash, id)
        return
      }
      case 'remove-picture': {
        const drawn = drawnOf(person, id)
        if (!drawn) return
        person.apply(id, (productId) => [{ kind: 'picture.remove', productId, picture: drawn }])
        ledger.removes(person, drawn, true)
        return
      }
      case 'create': {
        const name = `Made ${number}`
        const operations = [{ kind: 'create' as const, fields: { name, sku: `NEW-${number}`, price: 1 } }]
        person.client.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Model' }, operations })
        ledger.created.push(name)
        return
      }
      case 'delete':
        if (person.apply(id, (productId) => [{ kind: 'delete', productId }]).length > 0)
          ledger.deletes(person, id, true)
        return
      case 'web-edit': {
        const value = step.field === 'name' ? `Web ${number}` : 2000 + number
        if (await stored(id)) await control('POST', `/products/${id}`, { [step.field]: value })
        return
      }
      case 'web-category': {
        const product = await stored(id)
        if (!product) return
        const category = categories[step.category]!.id
        const rest = product.categoryIds.filter((each) => each !== category)
        const categoryIds = rest.length < product.categoryIds.length ? rest : [...rest, category]
        await control('POST', `/products/${id}`, { categoryIds })
        return
      }
      case 'sell':
        if (!(await stored(id))) return
        await control('POST', '/sell', { id, quantity: step.quantity })
        ledger.stock.set(id, ledger.stock.get(id)! - step.quantity)
        return
      case 'web-delete':
        if (await stored(id)) await control('DELETE', `/products/${id}`)
        ledger.deletes('web', id, true)
        return
      case 'fault': {
        const match = { path: '/products(?!.*asTest)', ...(step.onWrites ? { method: 'PUT' } : {}) }
        await control('POST', '/faults', { ...step.fault, match })
        return
      }
      case 'try':
        return person.showing(() => person.online(step.requests, () => person.client.settled()))
      case 'crash':
        return person.showing(() => person.crashAfter(step.requests))
      case 'push':
        return person.showing(() => person.online(Infinity, () => person.client.settled()))
      case 'pull':
        return person.showing(() => person.online(Infinity, () => person.client.pull()), inIndex())
      case 'push-and-pull':
        return person.showing(
          () => person.online(Infinity, () => Promise.all([person.client.settled(), person.client.pull()])),
          inIndex(),
        )
      case 'lag':
        isLagging = step.ms > 0
        await control('POST', '/index-lag', { ms: step.ms })
        return
    }
  }

  /** Of the pictures of the demo shop only: what was added must all be there in the end. */
  const drawnOf = (person: Person, id: number): string | undefined =>
    person.pictures(id).find((key) => originals.get(id)?.includes(key))

  /** The newest stock edit of this product that is still known not to have left, or known to be in the store. */
  function takeBack(person: Person, id: number, how: 'take-back' | 'undo'): void {
    const { catalogue, session } = person.client
    const known = ledger.counted.get(person)?.findLast((each) => each.id === id)?.change
    const now = known && catalogue.changes.get(known.id)
    if (!now || person.pictures(id).length === 0) return
    if (now.state !== 'waiting' && !(how === 'undo' && now.state === 'sent')) return
    if (catalogue.changes.withoutReverted([now]).length === 0) return
    ledger.counted.set(
      person,
      ledger.counted.get(person)!.filter(({ change }) => change !== known),
    )
    if (how === 'undo') session.changes.revert(now.setId)
    else session.changes.takeBack([now.id])
    ledger.stock.set(id, ledger.stock.get(id)! - (Number(now.after) - Number(now.before)))
  }

  /** Any of what this person did comes back, or is done again: the store follows the screen in all that moves on it. */
  async function comeBack(person: Person, act: ComingBack): Promise<void> {
    const { changes } = person.client.catalogue
    const newest = Math.max(0, ...changes.allOpen(1000).map(({ id }) => id))
    cameBack.tried += 1
    const come = async () => {
      if (await person.comingBack(products, act)) cameBack.done += 1
    }
    await looks.whatMoves(person, come, ledger.movedBy(person))
    for (const change of changes.allOpen(1000).filter(({ id }) => id > newest)) {
      const id = person.client.catalogue.products.ecwidIdOf(change.productId) ?? 0
      if (ordersPictures(change)) ledger.arranged.set(id, (ledger.arranged.get(id) ?? new Set()).add(person))
      if (change.field === 'options' && entriesOf(change.after).length === 0) ledger.sizesGone.add(id)
    }
  }

  const originals = new Map<number, string[]>()
  for (const id of products) {
    originals.set(id, imagesOf(remoteProductSchema.parse(await readRemote(store, id))).map(pictureKey))
  }
  const looks = createLooks(store, products, originals)
  for (const person of people) await person.showing(async () => {}, products)

  /** Everybody comes online and decides what there is to decide. */
  async function settle(): Promise<void> {
    await control('DELETE', '/faults')
    for (const { client } of people) client.session.changes.holdAll(false)
    for (let round = 0; round < 12; round += 1) {
      let asked = false
      for (const person of people) {
        letOthersWait()
        await person.online(Infinity, () => person.client.settled())
      }
      for (const person of people) asked = (await decide(person)) || asked
      if (!asked) break
    }
    await control('POST', '/index-lag', { ms: 0 })
    clock.skip(120_000)
    for (const person of people) {
      await person.online(Infinity, async () => {
        await person.client.pull()
        await person.client.settled()
        await person.client.pull()
      })
    }
  }

  /** Takes "mine" everywhere, in order. True when something was asked. */
  async function decide(person: Person): Promise<boolean> {
    const { catalogue, session } = person.client
    const conflicts = catalogue.changes.allOpen(1000).filter(({ state }) => state === 'conflict')
    // Of several edits of one field the last is asked about: it has the store's newest value beside it.
    for (const change of conflicts.toReversed()) {
      if (catalogue.changes.get(change.id)?.state !== 'conflict') continue
      const ecwidId = catalogue.products.get(change.productId)?.ecwidId ?? 0
      if (change.field === 'quantity') await countAgain(person, change, ecwidId)
      else {
        problems.push(...needless(person, change, { ecwidId, ...ledger }))
        person.decideMine(change, ecwidId)
      }
    }
    expect(session.summary().conflict).toBe(0)
    return conflicts.length > 0
  }

  /** Its owner goes and counts: what the store has, or that and the difference again. */
  async function countAgain(person: Person, change: ChangeRecord, ecwidId: number): Promise<void> {
    const { catalogue, session } = person.client
    const edits = catalogue.changes
      .openOf(change.thing, change.productId)
      .filter(({ field, state }) => field === 'quantity' && state === 'conflict')
    expect(
      edits.some(({ token }) => token?.quantity !== undefined),
      'a needless question about stock',
    ).toBe(true)
    session.changes.resolve([change.id], { take: 'theirs' })
    edits.forEach((edit) => ledger.letGo.add(edit))
    const waiting = people.flatMap(({ client }) => openStock(client, ecwidId)).reduce((sum, delta) => sum + delta, 0)
    const missing = ledger.stock.get(ecwidId)! - waiting - ((await stored(ecwidId))?.quantity ?? 0)
    if (missing !== 0)
      person.apply(ecwidId, (productId, { quantity }) => [
        { kind: 'update', productId, fields: { quantity: quantity + missing } },
      ])
  }

  async function check(): Promise<void> {
    const state = await readState(store)
    expect(problems).toEqual([])
    for (const id of products) {
      const product = state.products.find((each) => each.id === id)
      expect(Boolean(product), `product ${id} is there`).toBe(!ledger.deleted.get(id)?.size)
      if (!product) continue
      expect(product.quantity, `stock of ${id}`).toBe(ledger.stock.get(id))
      const [sizes] = entriesOf(product['options'])
      const choices = entriesOf(sizes?.['choices']).map(({ text }) => String(text))
      if (!ledger.sizesGone.has(id))
        expect(choices.filter((text) => /^(Mine|Web)/.test(text)).toSorted(), `choices of ${id}`).toEqual(
          (ledger.choices.get(id) ?? []).toSorted(),
        )
      const uploaded = product.media.images.flatMap(({ sha256 }) => sha256 ?? []).filter(ledger.isSure)
      expect(uploaded.sort(), `pictures of ${id}`).toEqual(ledger.picturesOf(id).sort())
      const keys = imagesOf(remoteProductSchema.parse(await readRemote(store, id))).map(pictureKey)
      const left = originals.get(id)!.filter((key) => !ledger.removed.get(key)?.size)
      expect(keys.filter((key) => originals.get(id)!.includes(key)).sort()).toEqual(left.sort())
    }
    for (const name of ledger.created) {
      expect(
        state.products.filter((each) => each.name === name),
        name,
      ).toHaveLength(1)
    }
    for (const person of people) await checkCopy(person, state.products)
  }

  /** The local copy equals the store, and whatever was not sent waits for a product that is gone. */
  async function checkCopy({ client }: Person, inStore: readonly StoredProduct[]): Promise<void> {
    const { rows } = client.catalogue.search({}, 0, 500)
    const open = client.catalogue.changes.allOpen(1000)
    const isRefused = (id: number | null) => open.some((each) => each.id === id && each.state === 'refused')
    for (const change of open) {
      const { state, reason, key, after, waitsFor } = change
      // What names a picture that was refused waits for what its owner decides about that.
      if (state === 'waiting' && isRefused(waitsFor)) continue
      // A text whose picture the other one has deleted is kept as well, and the wish to make that the main one.
      const named = ordersPictures(change) ? (after as string[])[0] : key
      const isOfRemoved = isOfPictures(change) && ledger.everRemoved.has(named ?? '')
      expect(state).toBe('refused')
      expect(isOfRemoved ? ['refused', 'not-found'] : ['not-found']).toContain(reason?.code)
    }
    const gone = open.filter(({ reason }) => reason?.code === 'not-found')
    const kept = new Set(gone.map(({ productId }) => productId))
    const shown = rows.filter((row) => !kept.has(row.id)).map(({ ecwidId }) => ecwidId)
    expect(shown.sort()).toEqual(inStore.map(({ id }) => id).sort())
    const changed = rows.filter(({ ecwidId, name }) => products.includes(ecwidId ?? 0) || name.startsWith('Made'))
    for (const { id } of changed) {
      if (kept.has(id)) continue
      const { shown, stored } = await shownAndStored(client, store, id)
      expect(shown).toEqual(stored)
    }
  }

  return {
    take,
    settle,
    check,
    cameBack,
    async close(): Promise<void> {
      for (const person of people) await person.client.close()
      await store.close()
    },
  }
}
